"""The commands, but for benchmarks and the sandbox's own: what each does in which order. Reads no command line."""
from __future__ import annotations

import argparse
import contextlib
import os
import platform
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import List

from elm4j_setup import Setup
from install_steps import browser_steps, ensure, system_steps, user_steps
from output import Unavailable, say, short
from steps import Step


def install(setup: Setup, options: argparse.Namespace) -> int:
    start = time.monotonic()
    say("ELM4J in %s" % short(setup.places.home))
    ensure(setup, system_steps(setup))
    if not getattr(options, "system", False):
        setup.manifest.record(setup.places.logs)
        ensure(setup, user_steps(setup))
    say("  all there after %.1f s" % (time.monotonic() - start))
    return 0


def doctor(setup: Setup, options: argparse.Namespace) -> int:
    """Looks and tells; the exit code says whether everything that is needed is there."""
    missing = 0
    say("ELM4J in %s, Python %s, %s %s" % (short(setup.places.home), platform.python_version(), platform.system(),
                                           platform.machine()))
    for step in system_steps(setup) + user_steps(setup) + browser_steps(setup) + sandbox_steps(setup):
        there = step.found()
        missing += not there and not step.without
        mark = "ok" if there else "    " if step.without else "MISS"
        say("  %-4s  %-14s %s" % (mark, step.name, there or "missing; would be had by: " + step.plan
                                  + ("; without it " + step.without if step.without else "")))
    setup.apt.missing = [s.package for s in system_steps(setup) if not s.found()]
    if setup.apt.missing and setup.apt.prefix() is None:
        say("This user may not install packages. Ask for: " + setup.apt.line())
    say("Everything needed is there." if not missing else "%d needed, missing. Run: elm4j.py install" % missing)
    return 1 if missing else 0


def demo(setup: Setup, options: argparse.Namespace) -> int:
    """Runs the first notebook in a folder of its own; the checkout and earlier demos stay as they are."""
    install(setup, options)
    places, model = setup.places, options.model
    if model == "default" and not places.model.exists():
        say("The default model is not here: going on with the tiny one.")
        model = "tiny"
    folder = places.home / "demo" / time.strftime("%Y-%m-%d-%H%M%S")
    setup.manifest.record(places.home / "demo")
    folder.mkdir(parents=True)
    source = next(iter(sorted(places.notebooks.glob("01-*.ipynb"))), None)
    if source is None:
        raise Unavailable("There is no notebook 01 in %s." % places.notebooks, "Clone the repository whole.")
    say("Running %s with the %s model" % (source.name, model))
    status = subprocess.call([str(places.python), str(places.setup / "run_notebook.py"), str(source), str(folder)],
                             env=dict(setup.environ, ELM4J_MODEL="tiny" if model == "tiny" else str(places.model)))
    say("Open it:  python3 %s lab %s" % (shlex.quote(str(places.setup / "elm4j.py")), shlex.quote(str(folder))))
    return status


def lab(setup: Setup, options: argparse.Namespace) -> int:
    """Starts JupyterLab and becomes it."""
    if not all(step.found() for step in user_steps(setup) if not step.without):
        install(setup, options)
    folder = Path(options.folder).expanduser().resolve() if options.folder else setup.places.notebooks
    command = [str(setup.places.python), "-m", "jupyterlab", "--ServerApp.root_dir=%s" % folder,
               "--port=%d" % options.port, "--ip=%s" % options.ip]
    command += ["--no-browser"] * options.no_browser + ["--allow-root"] * (os.name != "nt" and os.geteuid() == 0)
    say("JupyterLab in %s; Ctrl-C ends it" % short(folder))
    sys.stdout.flush()
    if os.name == "nt":
        return subprocess.call(command)
    os.execv(command[0], command)


def uninstall(setup: Setup, options: argparse.Namespace) -> int:
    """Removes what the manifest lists; a folder that holds anything else stays."""
    if (setup.places.home / "sandbox").exists():
        sandbox_commands().dismantle(setup)
    for path in setup.manifest.made():
        if setup.manifest.ours(path) and path.exists():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
            say("  removed %s" % short(path))
    with contextlib.suppress(OSError):
        setup.manifest.file.unlink()
    for folder in (setup.places.home / "models", setup.places.home):
        with contextlib.suppress(OSError):
            folder.rmdir()
    if setup.places.home.exists():
        say("  %s stays: it holds things this set-up did not make" % short(setup.places.home))
    say("Packages of the system and your own notebooks were not touched.")
    return 0


def checks(setup: Setup, options: argparse.Namespace) -> int:
    """The whole check; it lives beside the tests it runs."""
    sys.path.insert(0, str(setup.places.setup / "tests"))
    import checks as suite

    return suite.run(setup, options)


def sandbox(setup: Setup, options: argparse.Namespace) -> int:
    """The image and the host of the sandbox; they live in files of their own."""
    if os.name == "nt":
        raise Unavailable("The sandbox's image is for Linux and macOS.", "On Windows, use ELM4J inside WSL.")
    return sandbox_commands().run(setup, options)


def sandbox_steps(setup: Setup) -> List[Step]:
    """What doctor asks of the sandbox."""
    return [] if os.name == "nt" else [sandbox_commands().doctors_step(setup)]


def sandbox_commands():
    """Imported only where they can be: Windows lacks what they import."""
    import sandbox as image_and_host

    return image_and_host
