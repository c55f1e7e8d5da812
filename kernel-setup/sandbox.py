"""The sandbox's image: a root file system with Python, numpy, a small Java and the sandbox's own worker files.

`elm4j.py sandbox build` makes it of Debian packages and the installed JDK, without a registry and without root:

    ~/.elm4j/sandbox/rootfs        the root; gVisor without Docker runs on it as it is
    ~/.elm4j/sandbox/image.json    which worker files are in it (a digest), of what it was made, its id in Docker

and, where a Docker daemon answers, the same root as the image elm4j-sandbox:<first 12 digits of the digest>.
"""
from __future__ import annotations

import argparse
import contextlib
import fcntl
import os
import time
from pathlib import Path
from typing import Dict, List

from docker_host import Host, find_program
from elm4j_setup import Setup
from install_steps import ensure, system_steps, user_steps
from output import Unavailable, say, short
from sandbox_image import BASE_LABEL, WITHOUT_DOCKER, Image, read
from steps import Step
from system_parts import Apt


# ------------------------------------------------------------------------------------------------- the commands


def run(setup: Setup, options: argparse.Namespace) -> int:
    if options.what == "build":
        return build(setup, options)
    return {"up": up, "down": down, "status": status}[options.action](setup)


@contextlib.contextmanager
def locked(folder: Path):
    """One build at a time: a second one waits, and then finds everything made."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def record_places(setup: Setup, image: Image) -> None:
    for place in (setup.places.logs, image.folders.home):
        setup.manifest.record(place)


def build(setup: Setup, options: argparse.Namespace) -> int:
    source = Path(options.source).resolve() if options.source else None
    start, image = time.monotonic(), Image(setup, source)
    say("Sandbox in %s" % short(image.folders.home))
    if not source:
        ensure(setup, system_steps(setup)[:2] + [s for s in user_steps(setup) if s.name == "toolkit"])
    record_places(setup, image)
    with locked(image.folders.home):
        ensure(setup, image.dockerfile_steps() if options.dockerfile else image.steps(options.fresh))
        image.write_record()
    say("  all there after %.1f s" % (time.monotonic() - start))
    return 0


# --------------------------------------------------------------------------------------------------- the host


def missing_tiers(image: Image) -> Dict[str, str]:
    """What keeps each tier from being tried here, strongest first; "" where nothing does.

    Whether a tier that is tried really isolates is found out by the sandbox itself.
    """
    docker, root = image.host.found(), (image.folders.root / "usr/bin/python3").exists()
    runsc, runtimes = find_program("runsc"), docker.info().get("Runtimes") or {} if docker else {}
    no_docker = "" if docker else "no Docker daemon answers"
    no_image = no_docker or ("" if image.recorded(docker) else "it holds no image: elm4j.py sandbox build")
    return {
        "GVISOR_DOCKER": no_image or ("" if "runsc" in runtimes else "this Docker has no runtime runsc"),
        "GVISOR": "" if runsc and root else "no root file system: elm4j.py sandbox build" if runsc else "runsc is not installed",
        "CONTAINER": no_image,
        "BUBBLEWRAP": "" if find_program("bwrap") else "bubblewrap is not installed",
        "SEPARATED_PROCESS": "" if os.geteuid() == 0 else "only for root",
        "PROCESS": "",
    }


def host_steps(setup: Setup, host: Host) -> List[Step]:
    def package(name: str, found: str, without: str) -> Step:
        def install() -> None:  # one by one: what one release lacks must not keep the others away
            apt = Apt(setup.shell)
            apt.missing = [name]
            apt.install()

        return Step(name, lambda: find_program(found), "apt-get install " + name, install, without=without)

    steps = [package("runsc", "runsc", "there is no gVisor"), package("bubblewrap", "bwrap", "there is no bubblewrap")]
    if not host.found():
        steps.append(package("docker.io", "dockerd", "there is no Docker"))
    return steps + [Step("Docker", host.describe, "start a daemon in " + short(host.folder), host.start, without=WITHOUT_DOCKER)]


def up(setup: Setup) -> int:
    image = Image(setup)
    say("Host of the sandbox in %s" % short(image.folders.host))
    record_places(setup, image)
    ensure(setup, host_steps(setup, image.host))
    docker = image.host.found()
    if docker and image.host.is_ours(docker):
        say("For the docker command:  export DOCKER_HOST=" + docker.url)
    return 0 if docker else 1


def down(setup: Setup) -> int:
    host = Image(setup).host
    say("  stopped the Docker daemon of %s" % short(host.folder) if host.stop()
        else "  no Docker daemon was started here; nothing to stop")
    return 0


def status(setup: Setup) -> int:
    image = Image(setup)
    say(image.host.describe() or "No Docker daemon answers.")
    record = read(image.folders.record)
    say("Image %s, made %s" % (record["image"], record["made"]) if record else "No image. Run: elm4j.py sandbox build")
    tell_tiers(image)
    return 0


def tell_tiers(image: Image) -> None:
    for tier, reason in missing_tiers(image).items():
        say("  %-4s  %-18s %s" % ("" if reason else "ok", tier, reason))


@contextlib.contextmanager
def for_tests(setup: Setup):
    """Has what the tests of every tier need, as far as it can be had here; gives what they need in their environment.

    Ends afterwards what was not running before.
    """
    image = Image(setup)
    host, before = image.host, image.host.ours()
    try:
        up(setup)
        try:
            build(setup, argparse.Namespace(source=None, fresh=False, dockerfile=False))
        except Unavailable as e:
            say("  no image of the sandbox: %s %s" % (e.reason, e.remedy))
        say("Tiers of the sandbox that can be tested here:")
        tell_tiers(image)
        docker = host.found()
        yield {"DOCKER_HOST": docker.url} if docker else {}
    finally:
        if not before:
            host.stop()


def doctors_step(setup: Setup) -> Step:
    image = Image(setup)

    def found() -> str:
        record = read(image.folders.record)
        return "%s, made %s" % (record["image"], record["made"]) if record.get("digest") == image.digest() else ""

    return Step("sandbox image", found, "elm4j.py sandbox build", lambda: None,
                without="programs run in bubblewrap or as processes, not in gVisor or Docker")


def dismantle(setup: Setup) -> None:
    """Before the folder goes: ends our daemon, and takes our images out of another's."""
    image = Image(setup)
    image.host.stop()
    docker, record = image.host.found(), read(image.folders.record)
    if docker and docker.image(str(record.get("image"))).get(BASE_LABEL) == "Dockerfile":
        docker.forget(str(record["image"]))
    if docker and image.folders.base.exists():
        image.forget_images(docker, image.base_name)
