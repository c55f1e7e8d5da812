"""What every part of the set-up is given: the environment, the places, the shell, the packages, the JDK. Knows no part."""
from __future__ import annotations

from typing import Dict

from output import Unavailable
from places import Manifest, Places
from shell import Shell
from system_parts import JAVA_AT_LEAST, Apt, Jdk, find_jdk


class Setup:
    """The set-up of one user on this machine."""

    def __init__(self, environ: Dict[str, str]):
        self.environ = environ
        self.places = Places.of(environ)
        self.manifest = Manifest(self.places)
        self.shell = Shell(self.places.logs, environ)
        self.apt = Apt(self.shell)

    def jdk(self) -> Jdk:
        jdk = find_jdk(self.environ)
        if jdk is None:
            raise Unavailable("No JDK %d or newer was found." % JAVA_AT_LEAST, "Run: elm4j.py install")
        return jdk

    def kernel_env(self) -> Dict[str, str]:
        """DJL keeps its libraries in our folder, fetches nothing and calls nobody."""
        return {"ELM4J_HOME": str(self.places.home), "DJL_CACHE_DIR": str(self.places.djl),
                "ENGINE_CACHE_DIR": str(self.places.djl), "DJL_OFFLINE": "true", "OPT_OUT_TRACKING": "true"}

    def build_env(self) -> Dict[str, str]:
        return dict(self.kernel_env(), JAVA_HOME=str(self.jdk().home))
