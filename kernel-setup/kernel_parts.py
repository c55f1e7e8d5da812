"""The kernelspec that starts a Java kernel with the toolkit. The user's other kernels are left alone."""
from __future__ import annotations

import json
import os
from typing import Dict

from elm4j_setup import Setup
from output import short
from system_parts import find_jdk


class Kernelspec:
    """How Jupyter starts the kernel `elm4j`."""

    def __init__(self, setup: Setup):
        self.setup, self.places = setup, setup.places

    def content(self) -> Dict[str, object]:
        """One JVM with the toolkit on its class path; message interrupts, because a signal would end the JVM."""
        jdk = self.setup.jdk()
        options = ["-Xmx2g", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "--add-opens",
                   "jdk.jshell/jdk.jshell=ALL-UNNAMED"]
        if jdk.version >= 24:  # there the engine's native calls print warnings otherwise
            options += ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
        classes = os.pathsep.join([str(self.places.jjava), str(self.places.lib / "*")])
        return {
            "argv": [str(self.places.python), "{resource_dir}/launch.py", "{connection_file}", str(jdk.tool("java")),
                     *options, "-cp", classes, "org.dflib.jjava.distro.JJava", "{connection_file}"],
            "display_name": "Java (ELM4J)", "language": "java", "interrupt_mode": "message", "env": self.setup.kernel_env(),
            "metadata": {"debugger": False},
        }

    def files(self) -> Dict[str, bytes]:
        files = {f.name: f.read_bytes() for f in (self.places.setup / "kernelspec").iterdir() if f.is_file()}
        return dict(files, **{"kernel.json": json.dumps(self.content(), indent=1).encode()})

    def find(self) -> str:
        if not find_jdk(self.setup.environ):
            return ""
        files = self.files()
        same = all((spec / name).exists() and (spec / name).read_bytes() == content
                   for spec in self.places.kernelspecs for name, content in files.items())
        return "Java (ELM4J) in %s" % short(self.places.kernelspecs[0]) if same else ""

    def write(self) -> None:
        for spec in self.places.kernelspecs:
            self.setup.manifest.record(spec)
            spec.mkdir(parents=True, exist_ok=True)
            for name, content in self.files().items():
                (spec / name).write_bytes(content)
