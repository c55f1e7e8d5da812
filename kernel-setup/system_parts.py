"""What the system should offer: a JDK, fonts, Python's venv, a browser, Debian's packages. Nothing of ELM4J itself."""
from __future__ import annotations

import contextlib
import os
import platform
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterable, List, Optional

from output import Unavailable
from shell import Shell

JAVA_AT_LEAST = 17
JAVA_PACKAGES = ("openjdk-17-jdk-headless", "openjdk-21-jdk-headless", "openjdk-25-jdk-headless", "default-jdk-headless")


@dataclass(frozen=True)
class Jdk:
    home: Path
    version: int
    release: str

    def tool(self, name: str) -> Path:
        return self.home / "bin" / (name + (".exe" if os.name == "nt" else ""))


def jdk_at(home: Path) -> Optional[Jdk]:
    """The JDK in a folder, or None where there is none, or only a run-time without compiler and JShell."""
    try:
        text = (home / "release").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    version = re.search(r'^JAVA_VERSION="(?:1\.)?(\d+)([^"]*)"', text, re.M)
    modules = re.search(r'^MODULES="([^"]*)"', text, re.M)
    has_modules = not modules or {"jdk.compiler", "jdk.jshell"} <= set(modules.group(1).split())
    # Debian's run-time lists all modules too; only the JDK has the programs.
    if not version or not has_modules or not any((home / "bin" / n).exists() for n in ("javac", "javac.exe")):
        return None
    return Jdk(home, int(version.group(1)), version.group(1) + version.group(2))


def jdk_candidates(environ: Dict[str, str]) -> Iterable[Path]:
    """Where JDKs lie, the user's own choice first."""
    if environ.get("JAVA_HOME"):
        yield Path(environ["JAVA_HOME"])
    java = shutil.which("java", path=environ.get("PATH"))
    if java:
        yield Path(java).resolve().parent.parent
    for folder, pattern in (("/usr/lib/jvm", "*"), ("/Library/Java/JavaVirtualMachines", "*/Contents/Home"),
                            ("/opt/homebrew/opt", "openjdk*/libexec/openjdk.jdk/Contents/Home")):
        yield from sorted(Path(folder).glob(pattern))


def find_jdk(environ: Dict[str, str]) -> Optional[Jdk]:
    found = (jdk_at(home) for home in jdk_candidates(environ))
    return next((jdk for jdk in found if jdk and jdk.version >= JAVA_AT_LEAST), None)


def find_java(environ: Dict[str, str]) -> str:
    jdk = find_jdk(environ)
    return "JDK %s in %s" % (jdk.release, jdk.home) if jdk else ""


def find_fonts() -> str:
    """Whether Java can write text into a picture; without fontconfig and a font it fails with an Error."""
    if platform.system() != "Linux":
        return "the system's own"
    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")
    font = next((f for folder in folders if folder.is_dir() for f in folder.rglob("*.[to]tf")), None)
    return "%s and others" % font.name if font and shutil.which("fc-list") else ""


def find_venv_module() -> str:
    try:
        import ensurepip
        return "venv, with pip %s" % ensurepip.version()
    except ImportError:
        return "virtualenv" if shutil.which("virtualenv") else ""


def find_chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for path in map(shutil.which, names) if path), "")


def find_libatomic() -> str:
    """What the browser test's driver, a Node.js program, links to; a bare Debian lacks it."""
    if platform.system() != "Linux":
        return "not needed here"
    return next((str(f) for folder in ("/usr/lib", "/lib") for f in sorted(Path(folder).glob("*/libatomic.so.1"))), "")


class Apt:
    """Installs Debian packages, all missing ones at once, where this user may; otherwise says the exact command."""

    def __init__(self, shell: Shell):
        self.shell, self.missing, self.failure, self.done = shell, [], None, False

    def prefix(self) -> Optional[List[str]]:
        """What goes before apt-get: nothing for root, sudo where it asks no password, None where neither is so."""
        if not shutil.which("apt-get"):
            return None
        if os.geteuid() == 0:
            return []
        asked = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
        kept = ["%s=%s" % (k, v) for k, v in self.shell.environ.items() if k.lower().endswith("_proxy")]
        return ["sudo", "-n", "env"] + kept if asked else None

    def line(self) -> str:
        if shutil.which("apt-get"):
            return "sudo apt-get install --no-install-recommends " + " ".join(map(self.choose, self.missing))
        return "install a JDK %d or newer, Maven, and Python's venv with this system's own packages" % JAVA_AT_LEAST

    def choose(self, package: str) -> str:
        """A release of Debian or Ubuntu carries some JDKs only: the first that this one has."""
        if package not in JAVA_PACKAGES:
            return package
        known = (p for p in JAVA_PACKAGES if subprocess.run(["apt-cache", "show", p], capture_output=True).returncode == 0)
        return next(known, package)

    def install(self) -> None:
        """Installs what is missing; a second call repeats the outcome of the first."""
        if not self.done:
            self.done = True
            try:
                self.install_now()
            except Unavailable as e:
                self.failure = e
        if self.failure:
            raise self.failure

    def install_now(self) -> None:
        prefix = self.prefix()
        if prefix is None:
            raise Unavailable("It is missing, and this user may not install packages.", "Ask for: %s" % self.line())
        env = {"DEBIAN_FRONTEND": "noninteractive"}
        with contextlib.suppress(Unavailable):  # an old list of packages may do
            self.shell.run("apt", prefix + ["apt-get", "update"], env=env, limit=300)
        packages = [self.choose(p) for p in self.missing]
        try:
            self.shell.run("apt", prefix + ["apt-get", "install", "-y", "--no-install-recommends"] + packages, env=env)
        except Unavailable as e:
            raise Unavailable("apt-get could not install it.", "Try: %s" % self.line(), e.tail) from None
