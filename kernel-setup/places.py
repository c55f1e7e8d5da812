"""Where everything lies that the set-up reads or writes, and the list of what it made. Finds and installs nothing."""
from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Tuple

KERNEL = "elm4j"
MODEL_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"


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
