#!/usr/bin/env python3
"""Installs, shows, checks and removes ELM4J. Python's standard library only, Python 3.9 or newer.

    python3 kernel-setup/elm4j.py demo       from a bare machine to a live map
    python3 kernel-setup/elm4j.py doctor     what is there and what is missing; changes nothing
    python3 kernel-setup/elm4j.py sandbox build    the image in which programs of a model run; see sandbox.py

Everything it makes lies in one folder, ELM4J_HOME (default ~/.elm4j), except two things: the kernelspec `elm4j` among
the user's kernels, and the toolkit's jars in the local Maven repository, so that `%maven` finds them in any Java kernel.
Both are written down in manifest.json and removed by `uninstall`.

This file reads the command line and does nothing else. What lies beside it:

    commands, benchmarks, sandbox    the commands
    install_steps, steps             what is had, in which order, and how it is told
    *_parts, sandbox_image           how each thing is found and how it is had
    elm4j_setup                      what they all are given: places, shell, output
"""
from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path
from typing import Callable, List, Optional

if sys.version_info < (3, 9):
    sys.exit("ELM4J's set-up needs Python 3.9 or newer, but this is %s. Start it with a newer one." % sys.version.split()[0])
sys.path.insert(0, str(Path(__file__).resolve().parent))  # also where Python was told not to
import commands  # noqa: E402
from benchmarks import CORE_BENCHMARKS, benchmark  # noqa: E402
from elm4j_setup import Setup  # noqa: E402
from output import Unavailable, say  # noqa: E402


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="elm4j.py", description="Installs, shows, checks and removes ELM4J.",
                                     epilog="ELM4J_HOME names the folder for everything (default ~/.elm4j).")
    known = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, run: Callable, text: str, more: str = "") -> argparse.ArgumentParser:
        sub = known.add_parser(name, help=text, description=text[0].upper() + text[1:] + ". " + more)
        sub.set_defaults(run=run)
        return sub

    sub = command("install", commands.install, "install what is missing",
                  "Looks first; what is there is used. A second time it changes nothing and needs no network.")
    sub.add_argument("--system", action="store_true", help="only the system's packages (JDK, Maven, venv, fonts)")
    sub = command("demo", commands.demo, "install what is missing, then run notebook 01",
                  "Prints coverage, QD score and the best sentences, and where the executed notebook and its picture are.")
    sub.add_argument("--model", choices=("default", "tiny"), default="default",
                     help="the model in the kernel: 135 million parameters (default), or 140 thousand in seconds")
    sub = command("lab", commands.lab, "open JupyterLab on the notebooks",
                  "It runs in the private virtual environment; the kernel is called Java (ELM4J).")
    sub.add_argument("folder", nargs="?", help="the folder to open (default: the notebooks of this repository)")
    sub.add_argument("--port", type=int, default=8888, help="default 8888, or the next free one")
    sub.add_argument("--ip", default="localhost", help="address to listen on (default localhost)")
    sub.add_argument("--no-browser", action="store_true", help="print the address instead of opening a browser")
    sub = command("test", commands.checks, "check everything: build, style, arrows, tests, sandbox, notebooks, wire, browser",
                  "Installs what the tests need. Ends with a line of counts.")
    sub.add_argument("--long", action="store_true", help="also the long tests (ELM4J_LONG=1)")
    sub.add_argument("--only", metavar="NAME", help="one part: toolkit, sandbox, setup, launcher, notebooks, wire or browser")
    command("doctor", commands.doctor, "tell what is there, what is missing and how it would be had", "Changes nothing.")
    command("uninstall", commands.uninstall, "remove what install made",
            "Never packages of the system; of the Maven repository only dev/elm4j. Executed demos go with the rest.")
    sub = command("sandbox", commands.sandbox, "build the image that programs run in, or start Docker for it",
                  "Without it programs run in the tiers that need no image.")
    parts = sub.add_subparsers(dest="what", metavar="PART", required=True)
    part = parts.add_parser("build", help="make the image, and load it into Docker where a daemon answers")
    part.add_argument("--dockerfile", action="store_true", help="by Docker alone, which then fetches a base image")
    part.add_argument("--fresh", action="store_true", help="anew, of the packages' newest versions")
    part.add_argument("--source", metavar="PATH", help="a jar or folder with the worker's classes (default: the installed)")
    part = parts.add_parser("host", help="Docker, gVisor and bubblewrap: for tests, and for those who ask",
                            description="up installs what is missing (root) and starts a Docker daemon in a folder of "
                            "its own where none answers; down ends that one, never another.")
    part.add_argument("action", choices=("up", "down", "status"))
    sub = command("benchmark", benchmark, "run a benchmark, or list them",
                  "core: archives beside pyribs, journal and search, or parts of it by name: %s." % ", ".join(CORE_BENCHMARKS))
    sub.add_argument("name", nargs="?")
    sub.add_argument("arguments", nargs=argparse.REMAINDER)
    return parser


def main(words: Optional[List[str]] = None) -> int:
    options = arguments().parse_args(words)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # by way of every `finally`: nothing is left running
    try:
        return options.run(Setup(dict(os.environ)), options)
    except Unavailable as e:
        say("\n".join(text for text in (e.tail, e.reason, e.remedy) if text))
        return 1
    except KeyboardInterrupt:
        say("\nStopped. What was finished is kept; the same command goes on from there.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
