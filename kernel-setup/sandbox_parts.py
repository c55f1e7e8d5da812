"""What the sandbox's image is put together from: the worker files, the host's package sources, a root file system."""
from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import shutil
import socket
import subprocess
import tarfile
import urllib.parse
import zipfile
from pathlib import Path
from typing import Dict, Iterator

from output import Unavailable, short

WORKER = "dev/elm4j/sandbox/worker/"
EPOCH = 315532800  # the first moment that a zip file can name; all worker files are of then
# No program in the sandbox uses these; without them there is less to compile, to load and to look after.
TRIM = ("usr/share", "usr/include", "usr/games", "var", "usr/libexec", "usr/lib/dpkg", "etc/[!p]*",
        "usr/lib/python3*/idlelib", "usr/lib/python3*/lib2to3", "usr/lib/python3*/ensurepip", "usr/lib/python3*/test",
        "usr/lib/python3*/tkinter", "usr/lib/python3*/pydoc_data", "usr/lib/python3/dist-packages/numpy/f2py",
        "usr/lib/python3/dist-packages/numpy/distutils", "usr/lib/python3/dist-packages/numpy/core/include",
        "usr/lib/python3/dist-packages/numpy/**/tests", "opt/java/legal", "opt/java/include", "opt/java/man")
PROGRAMS = {"bin": "", "sbin": "", "usr/bin": "python3", "usr/sbin": "", "opt/java/bin": "java"}  # what stays, by its start


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
    """An archive of files that belong to root and are as old as in the root: an archive of classes knows its jar by that."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as out:
        for name in sorted(files):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode, entry.mtime = len(files[name]), 0o644, EPOCH
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


# --------------------------------------------------------------------------------------------------- a root file system


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
    (root / "tmp/none").chmod(0o600)  # a program is to find nothing that it can read here either
    (root / "etc/passwd").write_text("root:x:0:0::/:/nonexistent\n")
    (root / "etc/group").write_text("root:x:0:\n")
    root.chmod(0o755)


def share_classes(root: Path) -> None:
    """An archive of the classes that each of the worker's virtual machines loads, with which it starts a quarter sooner.

    It is taken when the machine ends, which it does at once: there is nobody to talk to. That needs a changed root; where
    none can be had there is no archive, and all goes on without.
    """
    within = ["chroot", str(root)] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--root", str(root)]
    environ = {"PATH": os.defpath + ":/usr/sbin", "LD_LIBRARY_PATH": "/opt/java/lib:/opt/java/lib/server"}
    for machine in ("Runner", "Compiler"):
        ours, theirs = socket.socketpair()
        with ours, theirs, contextlib.suppress(OSError, subprocess.TimeoutExpired):
            ours.shutdown(socket.SHUT_WR)
            subprocess.run(within + ["/opt/java/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable",
                                     "-XX:ArchiveClassesAtExit=/elm4j/%s.jsa" % machine.lower(), "-cp", "/elm4j/worker.jar",
                                     WORKER.replace("/", ".") + machine], stdin=theirs, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, env=environ, timeout=300)


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
