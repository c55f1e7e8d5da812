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
import hashlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import tarfile
import tempfile
import time
import urllib.parse
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Tuple

import elm4j
from docker_host import Docker, Host, find_program
from elm4j import Setup, Step, Unavailable, ensure, say, short

WORKER = "dev/elm4j/sandbox/worker/"
REPOSITORY = "elm4j-sandbox"
# python3-minimal lacks ctypes and json, which the supervisor needs; Debian's numpy comes with the reference BLAS, which
# starts no threads; the last three are what a Java links to.
PACKAGES = ("python3", "python3-numpy", "zlib1g", "libstdc++6", "libgcc-s1")
MODULES = ("java.base", "java.compiler", "jdk.compiler")  # javac runs inside, and nothing else does
RECIPE = 1  # counts the changes of how the root is made, each of which makes a new one
ENVIRONMENT = ("PATH=/opt/java/bin:/usr/bin", "LANG=C.UTF-8")
# No program in the sandbox uses these; without them there is less to compile, to load and to look after.
TRIM = ("usr/share", "usr/include", "usr/games", "var", "usr/libexec", "usr/lib/dpkg", "etc/[!p]*",
        "usr/lib/python3*/idlelib", "usr/lib/python3*/lib2to3", "usr/lib/python3*/ensurepip", "usr/lib/python3*/test",
        "usr/lib/python3*/tkinter", "usr/lib/python3*/pydoc_data", "usr/lib/python3/dist-packages/numpy/f2py",
        "usr/lib/python3/dist-packages/numpy/distutils", "usr/lib/python3/dist-packages/numpy/core/include",
        "usr/lib/python3/dist-packages/numpy/**/tests", "opt/java/legal", "opt/java/include", "opt/java/man")
PROGRAMS = {"bin": "", "sbin": "", "usr/bin": "python3", "usr/sbin": "", "opt/java/bin": "java"}  # what stays, by its start
BASE_LABEL = "dev.elm4j.base"
WITHOUT_DOCKER = "the tiers in Docker are not offered"


# -------------------------------------------------------------------------------------------- the worker files


def worker_digest(files: Dict[str, bytes]) -> str:
    """Names the worker files by what they hold; the sandbox's host computes the same over the files it would run."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(b"%s\0%d\0" % (name.encode(), len(files[name])) + files[name])
    return digest.hexdigest()


def worker_files(source: Path) -> Dict[str, bytes]:
    """The Python files and Java classes that run inside, out of a jar or a folder of classes, by their short names."""
    if source.is_dir():
        root = source / WORKER
        found = {str(f.relative_to(root)): f.read_bytes() for f in root.rglob("*") if f.is_file()}
    else:
        with zipfile.ZipFile(source) as jar:
            found = {n[len(WORKER):]: jar.read(n) for n in jar.namelist() if n.startswith(WORKER) and not n.endswith("/")}
    return {name: content for name, content in found.items() if name.endswith((".py", ".class"))}


def image_files(files: Dict[str, bytes]) -> Dict[str, bytes]:
    """What lies in the image's /elm4j: the Python files as they are, the classes in worker.jar."""
    jar = io.BytesIO()
    with zipfile.ZipFile(jar, "w", zipfile.ZIP_STORED) as out:
        for name in sorted(n for n in files if n.endswith(".class")):
            out.writestr(zipfile.ZipInfo(WORKER + name), files[name])  # its date is fixed: the same files, the same jar
    return dict({n: c for n, c in files.items() if n.endswith(".py")}, **{"worker.jar": jar.getvalue()})


def tar_of(files: Dict[str, bytes]) -> bytes:
    """An archive of files that belong to root."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as out:
        for name in sorted(files):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(files[name]), 0o644
            out.addfile(entry, io.BytesIO(files[name]))
    return archive.getvalue()


# ---------------------------------------------------------------------------------------------- the packages


def release() -> str:
    """The name of this Debian or Ubuntu, such as bookworm."""
    with contextlib.suppress(OSError):
        named = re.search(r'^VERSION_CODENAME="?([\w.-]+)', Path("/etc/os-release").read_text(), re.M)
        if named and shutil.which("apt-get"):
            return named.group(1)
    raise Unavailable("The sandbox's root is made of Debian packages, and this system has none.",
                      "Where Docker can fetch images: elm4j.py sandbox build --dockerfile")


def package_sources(texts: Dict[str, str], name: str) -> Dict[str, str]:
    """Of the host's own sources those of the release itself; what else an administrator added stays out.

    Both ways of writing them are known: lines, and paragraphs (*.sources).
    """
    suites = {name, name + "-updates", name + "-security"}

    def line_fits(line: str) -> bool:
        words = re.sub(r"\[.*?\]", "", line.split("#")[0]).split()
        return words[:1] == ["deb"] and words[2] in suites and "main" in words[3:] if len(words) > 3 else False

    def paragraph_fits(text: str) -> bool:
        fields = {k.lower(): v.split() for k, v in re.findall(r"^([\w-]+):[ \t]*(.*)$", text, re.M)}
        return bool("deb" in fields.get("types", []) and suites & set(fields.get("suites", []))
                    and "main" in fields.get("components", []) and fields.get("enabled", ["yes"]) != ["no"])

    kept = {}
    for file, text in texts.items():
        if file.endswith(".sources"):
            kept[file] = "\n\n".join(p.strip() for p in re.split(r"\n\s*\n", text) if paragraph_fits(p)) + "\n"
        else:
            kept[file] = "".join(line + "\n" for line in text.splitlines() if line_fits(line))
    return {file: text for file, text in kept.items() if text.strip()}


def host_sources(name: str) -> Dict[str, str]:
    files = [Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("*.list")),
             *sorted(Path("/etc/apt/sources.list.d").glob("*.sources"))]
    found = package_sources({f.name: f.read_text(errors="replace") for f in files if f.exists()}, name)
    if not found:
        raise Unavailable("No package source of %s was found in /etc/apt." % name, "Name one in /etc/apt/sources.list.")
    return found


def package_versions(listing: str) -> Dict[str, str]:
    """Of the names of package files, such as python3_3.11.2-1+b1_amd64.deb."""
    names = (line.strip().rsplit("/", 1)[-1] for line in listing.splitlines())
    return dict(urllib.parse.unquote(n).split("_")[:2] for n in names if n.endswith(".deb"))  # type: ignore[misc]


# -------------------------------------------------------------------------------------------------- the image


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
        self.setup, self.source = setup, source
        self.folders = Folders(setup.places.home / "sandbox")
        self.host = Host(self.folders.host, setup.environ)

    def steps(self) -> List[Step]:
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
        if base.get("recipe") != self.recipe() or not (self.folders.root / "usr/bin/python3").exists():
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
        remove(self.folders.base)
        remove(self.folders.root)
        os.replace(fresh, self.folders.root)
        write(self.folders.base, dict(made, made=now()))

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
        self.precompile(self.folders.root, "elm4j")
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
        docker = self.host.found()
        there = docker and docker.image(self.name).get(BASE_LABEL) == self.base_name
        return "%s at %s" % (self.name, docker.path) if there else ""

    def load_image(self) -> None:
        """Two layers: the root, which seldom changes, and the worker files."""
        docker = self.docker()
        if not docker.image(self.base_name):
            for old in docker.images(REPOSITORY):  # of another root
                docker.forget(old)
            docker.import_root(tar_stream(self.folders.root), self.base_name, ["ENV " + e for e in ENVIRONMENT])
        worker = self.folders.root / "elm4j"
        files = {str(Path("elm4j") / f.relative_to(worker)): f.read_bytes() for f in worker.rglob("*") if f.is_file()}
        lines = ["FROM " + self.base_name, "COPY elm4j /elm4j", "LABEL %s=%s" % (BASE_LABEL, self.base_name)]
        docker.build(tar_of(dict(files, Dockerfile="\n".join(lines).encode())), self.name)

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


def remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()


def resolved(root: Path, path: Path) -> Path:
    """Follows links as they would be followed inside a root."""
    while path.is_symlink():
        link = os.readlink(path)
        path = root / link.lstrip("/") if link.startswith("/") else path.parent / link
    return path


def furnish(root: Path) -> None:
    """What the packages' own scripts would have done, and what is not needed taken out."""
    for library in ("blas", "lapack"):
        for folder in root.glob("usr/lib/*-linux-gnu*/" + library):
            link = folder.parent / ("lib%s.so.3" % library)
            if not link.is_symlink():
                link.symlink_to("%s/lib%s.so.3" % (library, library))
    for pattern in TRIM:
        for path in list(root.glob(pattern)):
            remove(path)
    for folder, kept in PROGRAMS.items():
        for program in (root / folder).glob("*"):
            if not kept or not program.name.startswith(kept) or program.name.startswith("javac"):
                remove(program)
    for name in ("bin", "sbin", "lib", "lib64"):  # a release whose packages have everything under /usr
        if (root / "usr" / name).is_dir() and not (root / name).exists():
            (root / name).symlink_to("usr/" + name)
    for folder in ("proc", "sys", "dev", "sandbox", "tmp", "etc"):
        (root / folder).mkdir(exist_ok=True)
        (root / folder).chmod(0o755)
    (root / "sandbox").chmod(0o555)  # where programs are: empty, and nobody's to write to
    (root / "tmp/none").write_text("Nothing is written here. gVisor would put a writable folder over an empty one.\n")
    (root / "etc/passwd").write_text("root:x:0:0::/:/nonexistent\n")
    (root / "etc/group").write_text("root:x:0:\n")
    root.chmod(0o755)


def extract(files: tarfile.TarFile, target: Path) -> None:
    """Plain files, folders and links; Docker made the archive of an image that we built."""
    for entry in files:
        if entry.isfile() or entry.isdir() or entry.issym() or entry.islnk():
            files.extract(entry, target, **({"filter": "tar"} if hasattr(tarfile, "tar_filter") else {}))


def tar_stream(root: Path) -> Iterator[bytes]:
    """The root as an archive, all of it root's, without the worker files."""
    tar = subprocess.Popen(["tar", "-C", str(root), "--exclude=./elm4j", "--numeric-owner", "--owner=0", "--group=0", "-c",
                            "."], stdout=subprocess.PIPE)
    with tar:
        yield from iter(lambda: tar.stdout.read(1 << 20), b"")
    if tar.returncode:
        raise Unavailable("`tar` ended with %d on %s." % (tar.returncode, short(root)), "")


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


def build(setup: Setup, options: argparse.Namespace) -> int:
    source = Path(options.source).resolve() if options.source else None
    start, image = time.monotonic(), Image(setup, source)
    say("Sandbox in %s" % short(image.folders.home))
    if not source:
        ensure(setup, setup.system_steps()[:2] + [s for s in setup.user_steps() if s.name == "toolkit"])
    setup.manifest.record(image.folders.home)
    with locked(image.folders.home):
        if options.fresh:
            remove(image.folders.base)
        ensure(setup, image.dockerfile_steps() if options.dockerfile else image.steps())
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
            apt = elm4j.Apt(setup.shell)
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
    setup.manifest.record(image.folders.home)
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


def dismantle(setup: Setup) -> None:
    """Before the folder goes: ends our daemon, and takes our images out of another's."""
    image = Image(setup)
    image.host.stop()
    docker = image.host.found()
    for name in docker.images(REPOSITORY) if docker else []:
        docker.forget(name)
