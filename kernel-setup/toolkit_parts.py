"""The toolkit's jars: whether they are those of these sources, and how Maven builds them. Starts no kernel."""
from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import re
import shutil
import urllib.parse
from pathlib import Path
from typing import Dict, List

from elm4j_setup import Setup
from output import Unavailable, short
from places import Places


class Toolkit:
    """The jars that a kernel has on its class path."""

    def __init__(self, setup: Setup):
        self.setup, self.places = setup, setup.places

    def sources(self) -> str:
        """A digest of everything the jars are made of."""
        digest, root = hashlib.sha256(), self.places.repository
        files = [root / "pom.xml", *root.glob("toolkit/*/pom.xml"), *root.glob("toolkit/*/src/main/**/*")]
        for file in sorted(f for f in files if f.is_file()):
            digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes() + b"\0")
        return digest.hexdigest() + " " + natives(platform.system(), platform.machine())

    def find(self) -> str:
        stamp, lib = self.places.lib / "sources.sha256", self.places.lib
        if not stamp.exists() or stamp.read_text() != self.sources():
            return ""
        jars = list(lib.glob("*.jar"))
        return "%d jars, %.0f MB in %s" % (len(jars), sum(j.stat().st_size for j in jars) / 1e6, short(lib))

    def build(self) -> None:
        """Builds into a new folder and swaps it in, so that an interrupted build leaves the old jars whole."""
        fresh, notebook = self.places.home / "lib.new", "toolkit/notebook"
        shutil.rmtree(fresh, ignore_errors=True)
        sources = self.sources()
        self.maven("install", "-DskipTests", "-Dspotless.check.skip=true", "-pl", notebook, "-am")
        self.setup.manifest.record(maven_repository(self.setup.environ) / "dev/elm4j")
        self.copy_jars(notebook, fresh)
        (fresh / "sources.sha256").write_text(sources)
        self.setup.manifest.record(self.places.lib)
        shutil.rmtree(self.places.lib, ignore_errors=True)
        os.replace(fresh, self.places.lib)

    def copy_jars(self, notebook: str, folder: Path) -> None:
        version, host = torch(self.places), natives(platform.system(), platform.machine())
        native, target = "ai.djl.pytorch:pytorch-native-cpu:%s:jar:%s" % (version, host), "-DoutputDirectory=%s" % folder
        self.maven("dependency:copy-dependencies", "-pl", notebook, "-DincludeScope=runtime", target)
        self.maven("dependency:copy", "-pl", notebook, "-Dartifact=" + native, target)
        for jar in (self.places.repository / notebook / "target").glob("elm4j-*.jar"):
            if not jar.stem.endswith(("-sources", "-javadoc", "-tests")):
                shutil.copy2(jar, folder)

    def maven(self, *arguments: str) -> None:
        self.setup.shell.run("maven", maven(self.setup, *arguments), env=self.setup.build_env())


def maven(setup: Setup, *arguments: str) -> List[str]:
    """A command of Maven's for this checkout."""
    return ["mvn", "-B", "-f", str(setup.places.repository / "pom.xml"),
            "-Dtorch.native=" + natives(platform.system(), platform.machine()),
            *maven_proxy(setup.environ), *arguments]


def torch(places: Places) -> str:
    """The version of PyTorch's native library that the toolkit is built for."""
    pom = (places.repository / "pom.xml").read_text(encoding="utf-8")
    return re.search(r"<torch.version>(.*?)</torch.version>", pom).group(1)


def natives(system: str, machine: str) -> str:
    """The classifier of PyTorch's native library for a host, as `platform.system()` and `platform.machine()` name it."""
    arch = {"amd64": "x86_64", "arm64": "aarch64"}.get(machine.lower(), machine.lower())
    name = {"Linux": "linux", "Darwin": "osx", "Windows": "win"}.get(system, system.lower())
    known = ("linux-x86_64", "linux-aarch64", "osx-aarch64", "win-x86_64")
    if "%s-%s" % (name, arch) not in known:
        raise Unavailable("PyTorch has no native library for %s on %s." % (system, machine),
                          "Use a machine of one of these kinds: %s." % ", ".join(known))
    return "%s-%s" % (name, arch)


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
