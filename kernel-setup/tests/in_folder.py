"""What tests of the set-up share: a folder of their own, and a set-up that lies in it. Tests nothing itself."""
import contextlib
import io
import os
import sys
import tempfile
import unittest
from pathlib import Path

SETUP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(SETUP), str(SETUP / "tests")]
from elm4j_setup import Setup  # noqa: E402


class InFolder(unittest.TestCase):
    """Each test has a folder with a space in its name."""

    WHOLE_JDK = 'JAVA_VERSION="17.0.15"\nMODULES="java.base jdk.compiler jdk.jshell"\n'

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="elm4j with space ")
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name).resolve()

    def setup_with(self, **more) -> Setup:
        return Setup(dict(os.environ, ELM4J_HOME=str(self.folder / "home"),
                                JUPYTER_DATA_DIR=str(self.folder / "jupyter"), **more))

    def jdk(self, name: str, release: str, programs=("javac", "java")) -> Path:
        home = self.folder / name
        (home / "bin").mkdir(parents=True)
        (home / "release").write_text(release)
        for program in programs:
            (home / "bin" / program).touch()
        return home

    @staticmethod
    def quietly(function, *words) -> str:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            function(*words)
        return out.getvalue()
