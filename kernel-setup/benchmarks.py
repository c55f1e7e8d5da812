"""The command benchmark: builds and starts the programs of toolkit/benchmarks. Measures nothing itself."""
from __future__ import annotations

import argparse
import os
import subprocess
from typing import Dict, List

from commands import install
from elm4j_setup import Setup
from install_steps import pyribs_step
from output import Line, say
from steps import carry_out
from toolkit_parts import maven
from venv_parts import Pyribs

CORE_BENCHMARKS = {"archive": "ArchiveBenchmark", "overhead": "OverheadBenchmark", "million": "MillionBenchmark",
                   "window": "WindowBenchmark"}


def benchmark(setup: Setup, options: argparse.Namespace) -> int:
    """Starts a program of toolkit/benchmarks, or those of the core, or the one of the kernel, or lists them."""
    sources = setup.places.repository / "toolkit/benchmarks/src/main/java"
    mains = {f.stem: ".".join(f.relative_to(sources).with_suffix("").parts) for f in sources.rglob("*.java")
             if "static void main(" in f.read_text(encoding="utf-8")}
    if options.name == "kernel":
        install(setup, options)
        return subprocess.call([str(setup.places.python), str(setup.places.setup / "kernel_benchmark.py")],
                               env=dict(setup.environ, **setup.kernel_env()))
    if options.name == "core":
        return core_benchmarks(setup, mains, options.arguments)
    if options.name not in mains:
        say("Benchmarks: " + ", ".join(["kernel", "core"] + sorted(mains)))
        return 0 if not options.name else 2
    install(setup, options)
    return start_benchmark(setup, build_benchmarks(setup), mains[options.name], options.arguments, {})


def core_benchmarks(setup: Setup, mains: Dict[str, str], parts: List[str]) -> int:
    """Archives, journal and search; they need no model and no Jupyter, but pyribs beside them."""
    if not set(parts) <= set(CORE_BENCHMARKS):
        say("Parts of the core: " + ", ".join(CORE_BENCHMARKS))
        return 2
    install(setup, argparse.Namespace(system=True))
    environ = {}
    if not parts or "archive" in parts:
        carry_out(pyribs_step(setup))
        pyribs = Pyribs(setup)
        environ = {"ELM4J_PYRIBS": str(pyribs.python)} if pyribs.find() else {}
    classes = build_benchmarks(setup)
    return max([start_benchmark(setup, classes, mains[CORE_BENCHMARKS[part]], [], environ)
                for part in parts or CORE_BENCHMARKS])


def build_benchmarks(setup: Setup) -> str:
    """Compiles them; gives their class path."""
    classes = setup.places.home / "benchmarks.classpath"
    setup.manifest.record(classes)
    with Line("benchmarks"):
        setup.shell.run("maven", maven(setup, "test-compile", "dependency:build-classpath", "-pl", "toolkit/benchmarks",
                                            "-am", "-Dmdep.outputFile=%s" % classes), env=setup.build_env())
    return os.pathsep.join([str(setup.places.repository / "toolkit/benchmarks/target/classes"), classes.read_text()])


def start_benchmark(setup: Setup, classes: str, main: str, words: List[str], environ: Dict[str, str]) -> int:
    return subprocess.call([str(setup.jdk().tool("java")), "-Xmx2g", "-cp", classes, main, *words],
                           env=dict(setup.environ, **setup.kernel_env(), **environ))
