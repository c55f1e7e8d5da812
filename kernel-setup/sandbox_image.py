"""The sandbox's image on this machine: what there is of it, and how each part is had."""
from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shlex
import shutil
import tarfile
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Optional

from docker_host import Docker, Host
from elm4j_setup import Setup
from output import Unavailable, short
from sandbox_parts import (EPOCH, PROGRAMS, TRIM, extract, furnish, host_sources, image_files, package_versions, release, remove,
                           resolved, share_classes, tar_of, tar_stream, worker_digest, worker_files)
from steps import Step

REPOSITORY = "elm4j-sandbox"
# python3-minimal lacks ctypes and json, which the supervisor needs; Debian's numpy comes with the reference BLAS, which
# starts no threads; the last three are what a Java links to.
PACKAGES = ("python3", "python3-numpy", "zlib1g", "libstdc++6", "libgcc-s1")
MODULES = ("java.base", "java.compiler", "jdk.compiler")  # javac runs inside, and nothing else does
RECIPE = 2  # counts the changes of how the root is made, each of which makes a new one
ENVIRONMENT = ("PATH=/opt/java/bin:/usr/bin", "LANG=C.UTF-8")
BASE_LABEL, RECIPE_LABEL = "dev.elm4j.base", "dev.elm4j.recipe"
WITHOUT_DOCKER = "the tiers in Docker are not offered"


@dataclass(frozen=True)
class Folders:
    """Where the image lies."""

    home: Path

    @property
    def root(self) -> Path:
        return self.home / "rootfs"

    @property
    def base(self) -> Path:
        """Of what the root without the worker files was made."""
        return self.home / "base.json"

    @property
    def record(self) -> Path:
        return self.home / "image.json"

    @property
    def host(self) -> Path:
        return self.home / "host"


def read(file: Path) -> Dict[str, object]:
    with contextlib.suppress(OSError, ValueError):
        found = json.loads(file.read_text(encoding="utf-8"))
        return found if isinstance(found, dict) else {}
    return {}


def write(file: Path, content: Dict[str, object]) -> None:
    """Whole or not at all."""
    part = file.with_suffix(".part")
    part.write_text(json.dumps(content, indent=1), encoding="utf-8")
    os.replace(part, file)


class Image:
    """The image on this machine, and how each part of it is had."""

    def __init__(self, setup: Setup, source: Optional[Path] = None):
        self.setup, self.source, self.outdated = setup, source, False
        self.folders = Folders(setup.places.home / "sandbox")
        self.host = Host(self.folders.host, setup.environ)

    def steps(self, fresh: bool = False) -> List[Step]:
        """What there is of packages is taken as it is, unless it shall be fresh."""
        self.outdated = fresh
        tool = Step("mmdebstrap", lambda: shutil.which("mmdebstrap") or "", "apt-get install mmdebstrap",
                    self.setup.apt.install, "mmdebstrap")
        return [] + [tool] * (not self.find_base()) + [
            Step("sandbox root", self.find_base, "Debian packages, jlink, to " + short(self.folders.root), self.make_base),
            Step("worker files", self.find_worker, "into the root", self.put_worker),
            Step("Docker image", self.find_image, "import into Docker", self.load_image, without=WITHOUT_DOCKER),
        ]

    def dockerfile_steps(self) -> List[Step]:
        return [
            Step("Docker image", self.find_built, "docker build", self.build_image),
            Step("sandbox root", self.find_exported, "export to " + short(self.folders.root), self.export_root),
        ]

    # -- the root

    def recipe(self) -> str:
        """Changes when the root must be made anew. Newer packages of the same release do not count: see --fresh."""
        parts = [RECIPE, PACKAGES, MODULES, TRIM, sorted(PROGRAMS.items()), release(), os.uname().machine,
                 self.setup.jdk().release]
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    def find_base(self) -> str:
        base = read(self.folders.base)
        if self.outdated or base.get("recipe") != self.recipe() or not (self.folders.root / "usr/bin/python3").exists():
            return ""
        return "%s, Java %s in %s" % (base["release"], base["java"], short(self.folders.root))

    def make_base(self) -> None:
        """In a new folder that is swapped in when it is whole."""
        fresh = self.fresh_root()
        made = {"recipe": self.recipe(), "release": release(), "java": self.setup.jdk().release,
                "packages": self.unpack_packages(fresh)}
        self.link_java(fresh)
        furnish(fresh)
        self.precompile(fresh)
        self.swap_in(fresh, made)

    def fresh_root(self) -> Path:
        fresh = self.folders.home / "rootfs.new"
        remove(fresh)
        fresh.parent.mkdir(parents=True, exist_ok=True)
        self.setup.manifest.record(self.folders.home)
        return fresh

    def swap_in(self, fresh: Path, made: Dict[str, object]) -> None:
        made["before"] = self.base_name if self.folders.base.exists() else None
        remove(self.folders.base)
        remove(self.folders.root)
        os.replace(fresh, self.folders.root)
        write(self.folders.base, dict(made, made=now()))
        self.outdated = False

    def unpack_packages(self, target: Path) -> Dict[str, str]:
        """Unpacks, without running anything of the packages: no root, no chroot, no device files."""
        with tempfile.TemporaryDirectory(prefix="elm4j-") as folder:
            sources, listing = [], Path(folder) / "packages"
            for name, text in host_sources(release()).items():
                sources.append(Path(folder) / name)
                sources[-1].write_text(text)
            hook = 'ls "$1/var/cache/apt/archives" > ' + shlex.quote(str(listing))
            self.setup.shell.run("sandbox", ["mmdebstrap", "--quiet", "--variant=extract", "--mode=chrootless",
                                             "--format=directory", "--include=" + ",".join(PACKAGES),
                                             "--extract-hook=" + hook, release(), target, *sources], limit=900)
            return package_versions(listing.read_text())

    def link_java(self, root: Path) -> None:
        self.setup.shell.run("sandbox", [self.setup.jdk().tool("jlink"), "--add-modules", ",".join(MODULES),
                                         "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages",
                                         "--output", root / "opt/java"], limit=300)
        self.setup.shell.run("sandbox", [root / "opt/java/bin/java", "-Xshare:dump"], limit=300)

    def precompile(self, root: Path, *folders: str) -> None:
        """By the root's own Python, which the root's own loader starts from outside.

        The root is read-only later, so what is not compiled now would be compiled at every start.
        """
        loader = next(iter(sorted(root.glob("lib*/ld-linux*")) + sorted(root.glob("lib/*/ld-linux*"))), None)
        if loader is None:
            raise Unavailable("There is no loader (ld-linux) in %s." % short(root), "Is this machine's C library glibc?")
        libraries = [str(f) for folder in ("lib", "usr/lib") for f in root.glob(folder + "/*-linux-gnu*")]
        inside = [str(root / f) for f in folders] or [str(f) for f in root.glob("usr/lib/python3*")]
        self.setup.shell.run("sandbox", [resolved(root, loader), "--library-path", ":".join(libraries),
                                         resolved(root, root / "usr/bin/python3"), "-S", "-m", "compileall", "-q", "-f",
                                         "--invalidation-mode", "unchecked-hash", "-s", root, "-p", "/", *inside],
                             env={"PYTHONHOME": str(root / "usr")}, limit=300)

    # -- the worker files

    def files(self) -> Dict[str, bytes]:
        jar = self.source or next(iter(sorted(self.setup.places.lib.glob("elm4j-sandbox-*.jar"))), None)
        return worker_files(jar) if jar else {}

    def digest(self) -> str:
        return worker_digest(self.files())

    @property
    def name(self) -> str:
        return "%s:%s" % (REPOSITORY, self.digest()[:12])

    def find_worker(self) -> str:
        """The stamp is written last."""
        stamp, digest = self.folders.root / "elm4j/digest", self.digest()
        there = stamp.exists() and stamp.read_text() == digest
        return "%d files, digest %s" % (len(self.files()), digest[:12]) if there else ""

    def put_worker(self) -> None:
        target, files = self.folders.root / "elm4j", self.files()
        remove(target)
        target.mkdir()
        for name, content in image_files(files).items():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(content)
            os.utime(target / name, (EPOCH, EPOCH))
        self.precompile(self.folders.root, "elm4j")
        share_classes(self.folders.root)
        (target / "digest").write_text(worker_digest(files))

    # -- Docker

    def docker(self) -> Docker:
        docker = self.host.found()
        if docker is None:
            raise Unavailable("No Docker daemon answers.", "Start one, or run as root: elm4j.py sandbox host up.")
        return docker

    @property
    def base_name(self) -> str:
        base = self.folders.base.read_bytes()
        return "%s:base-%s" % (REPOSITORY, hashlib.sha256(base).hexdigest()[:12])

    def find_image(self) -> str:
        """Whoever made it: users of one daemon share an image. Only one of our own root before this one is too old."""
        docker = self.host.found()
        labels = docker.image(self.name) if docker else {}
        there = labels.get(RECIPE_LABEL) == self.recipe() and labels.get(BASE_LABEL) != read(self.folders.base).get("before")
        return "%s at %s" % (self.name, docker.path) if there else ""

    def load_image(self) -> None:
        """Two layers: the root, which seldom changes, and the worker files."""
        docker = self.docker()
        if not docker.image(self.base_name):
            self.forget_images(docker, read(self.folders.base).get("before"))
            docker.import_root(tar_stream(self.folders.root), self.base_name, ["ENV " + e for e in ENVIRONMENT])
        worker = self.folders.root / "elm4j"
        files = {str(Path("elm4j") / f.relative_to(worker)): f.read_bytes() for f in worker.rglob("*") if f.is_file()}
        lines = ["FROM " + self.base_name, "COPY elm4j /elm4j",
                 "LABEL %s=%s %s=%s" % (BASE_LABEL, self.base_name, RECIPE_LABEL, self.recipe())]
        before = docker.image(self.name).get("id")
        docker.build(tar_of(dict(files, Dockerfile="\n".join(lines).encode())), self.name)
        if before and before != docker.image(self.name).get("id"):
            docker.forget(before)  # it would stay without a name

    def forget_images(self, docker: Docker, base: object) -> None:
        """Those made of one root. The daemon may hold images of other users too, which are theirs."""
        for name in docker.images(REPOSITORY):
            if base and base in (name, docker.image(name).get(BASE_LABEL)):
                docker.forget(name)

    # -- by a Dockerfile

    def recipe_file(self) -> str:
        return (self.setup.places.setup / "sandbox/Dockerfile").read_text(encoding="utf-8")

    def find_built(self) -> str:
        docker = self.host.found()
        there = docker and docker.image(self.name).get(BASE_LABEL) == "Dockerfile"
        return "%s at %s" % (self.name, docker.path) if there else ""

    def build_image(self) -> None:
        files = {"elm4j/" + name: content for name, content in image_files(self.files()).items()}
        files["elm4j/digest"] = self.digest().encode()
        files["Dockerfile"] = (self.recipe_file() + "LABEL %s=Dockerfile\n" % BASE_LABEL).encode()
        self.docker().build(tar_of(files), self.name, network="host")  # which reaches the package sources as we do

    def find_exported(self) -> str:
        return short(self.folders.root) if read(self.folders.base).get("image") == self.name and self.find_worker() else ""

    def export_root(self) -> None:
        """The image's files as the root, for gVisor without Docker."""
        fresh = self.fresh_root()
        with self.docker().root_of(self.name) as archive, tarfile.open(fileobj=archive, mode="r|") as files:
            fresh.mkdir()
            extract(files, fresh)
        self.swap_in(fresh, {"image": self.name})

    # -- the record

    def recorded(self, docker: Optional[Docker]) -> bool:
        """Whether a daemon holds the image that was built last."""
        return bool(docker and docker.image(str(read(self.folders.record).get("image"))))

    def write_record(self) -> None:
        docker, base = self.host.found(), read(self.folders.base)
        identity = docker.image(self.name).get("id") if docker else None
        content = {"image": self.name, "digest": self.digest(), "id": identity,
                   "docker": docker.url if docker and identity else None, "rootfs": str(self.folders.root),
                   "worker": str(self.source or "the installed toolkit"), "base": base}
        before = read(self.folders.record)
        if {k: v for k, v in before.items() if k != "made"} != content:
            write(self.folders.record, dict(content, made=now()))


def now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
