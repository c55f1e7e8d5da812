"""Python packages at their pinned versions, in virtual environments of the set-up's own. Touches no other Python."""
from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import List, Sequence

from elm4j_setup import Setup
from output import short
from system_parts import find_venv_module

JUPYTER = (
    'jupyterlab==4.6.6; python_version >= "3.10"', 'jupyterlab>=4.4,<4.6; python_version < "3.10"',
    'nbclient==0.11.0; python_version >= "3.10"', 'nbclient>=0.10,<0.11; python_version < "3.10"',
    "nbconvert==7.17.2", "plotly==7.1.0", "jjava==1.0a8",
)
BROWSER = ("playwright==1.65.2",)
PYRIBS = ("ribs==0.10.0",)  # only measured against, in an environment of its own


class Venv:
    """The environment that JupyterLab and the tests run in."""

    def __init__(self, setup: Setup):
        self.setup, self.places = setup, setup.places

    def pins_file(self, pins: Sequence[str]) -> Path:
        return self.places.venv / ("%s.pins" % re.split(r"[=<>]", pins[0])[0])

    def find(self, pins: Sequence[str]) -> str:
        """The file of pins is written last, so it stands for a whole environment; its Python may have gone since."""
        file = self.pins_file(pins)
        whole = self.places.python.exists() and file.exists() and file.read_text(encoding="utf-8") == "\n".join(pins)
        return "%s in %s" % (pin_names(pins), short(self.places.venv)) if whole else ""

    def install(self, pins: Sequence[str]) -> None:
        if not self.places.python.exists():
            self.create(self.places.venv)
        self.setup.shell.run("pip", self.pip("install", *pins))
        self.silence_news()
        self.pins_file(pins).write_text("\n".join(pins), encoding="utf-8")

    def pip(self, *arguments: str) -> List[str]:
        return [str(self.places.python), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]

    def create(self, venv: Path) -> None:
        shutil.rmtree(venv, ignore_errors=True)
        self.setup.manifest.record(venv)
        maker = ["virtualenv"] if find_venv_module() == "virtualenv" else [sys.executable, "-m", "venv"]
        self.setup.shell.run("venv", maker + [str(venv)])

    def silence_news(self) -> None:
        """JupyterLab would ask in a pop-up whether to fetch news, and look for updates."""
        settings = self.places.venv / "etc/jupyter/labconfig/page_config.json"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(json.dumps({"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}))


class Pyribs:
    """What the core is measured against, in an environment of its own."""

    def __init__(self, setup: Setup):
        self.setup, self.places, self.venv = setup, setup.places, Venv(setup)

    @property
    def python(self) -> Path:
        return self.places.home / "pyribs" / self.places.python.relative_to(self.places.venv)

    def find(self) -> str:
        """Asked of Python itself: an installation that broke off is none."""
        there = self.python.exists() and subprocess.run(
            [str(self.python), "-c", "import ribs.archives; print(ribs.__version__)"], capture_output=True, text=True,
            env={k: v for k, v in self.setup.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")})
        return "%s in %s" % (PYRIBS[0], short(self.places.home / "pyribs")) \
            if there and "ribs==" + there.stdout.strip() in PYRIBS else ""

    def install(self) -> None:
        self.venv.create(self.places.home / "pyribs")
        self.setup.shell.run("pip", [self.python, *self.venv.pip("install", *PYRIBS)[1:]])


def pin_names(pins: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(re.split(r"[=<>;]", pin)[0] for pin in pins))
