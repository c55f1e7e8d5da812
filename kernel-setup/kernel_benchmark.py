"""Measures what a user waits for in the real kernel: start to first plot, models loading, run(200), memory, jar sizes.

Started by `elm4j.py benchmark kernel` in the private virtual environment; prints figures, judges nothing.
"""
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from jupyter_client.manager import start_new_kernel

HOME = Path(os.environ["ELM4J_HOME"])
KERNEL = "elm4j"
SEARCH = """
var search = Elm.search(Opinions.about("a restaurant meal", model)).operators(Crossover.lmx(model, 4)).seed(7).name("%s");
"""
FIRST = """
var seeds = search.ask(8);
search.tell(seeds, search.evaluate(seeds));
search.archive()
"""


class Kernel:
    """One kernel in a folder of its own."""

    def __init__(self, folder: str):
        self.begin = time.monotonic()
        self.manager, self.client = start_new_kernel(kernel_name=KERNEL, cwd=folder, startup_timeout=120,
                                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self) -> "Kernel":
        return self

    def __exit__(self, *_) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def run(self, code: str) -> float:
        """Runs a cell; the seconds it took. A cell that fails ends the measurement."""
        begin = time.monotonic()
        reply = self.client.execute_interactive(code, output_hook=lambda message: None, timeout=1200)
        if reply["content"]["status"] != "ok":
            raise SystemExit("A cell failed: %s" % reply["content"].get("evalue", reply["content"]))
        return time.monotonic() - begin

    def since_start(self) -> float:
        return time.monotonic() - self.begin

    def memory(self) -> str:
        """Resident memory of the JVM now and at its peak; it is the launcher's process itself over tcp."""
        status = Path("/proc/%d/status" % self.manager.provisioner.pid)
        if not status.exists():
            return "unknown on this system"
        entries = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        return "%d MB, peak %d MB" % tuple(int(entries[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM"))


def processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def row(name: str, value: str) -> None:
    print("  %-58s %s" % (name, value), flush=True)


def tiny(folder: str) -> None:
    with Kernel(folder) as kernel:
        kernel.run("var model = Models.tiny();" + SEARCH % "first" + FIRST)
        row("kernel start to first plot, tiny model", "%.1f s" % kernel.since_start())
        row("run(200), tiny model", "%.1f s" % kernel.run("search.run(200)"))
        row("resident memory, tiny model", kernel.memory())


def default(folder: str) -> None:
    with Kernel(folder) as kernel:
        row("kernel start to first answer", "%.1f s" % kernel.since_start())
        row("default model loaded in a new kernel, engine included", "%.1f s" % kernel.run("var model = Models.local();"))
        row("problem built, judge calibrated on 48 sentences", "%.1f s" % kernel.run(SEARCH % "main"))
        row("run(200) of notebook 01", "%.1f s" % kernel.run("search.run(200)"))
        row("resident memory, default model, after the run", kernel.memory())


def jars() -> None:
    sizes = {jar.name: jar.stat().st_size for jar in (HOME / "lib").glob("*.jar")}
    thin = sum(size for name, size in sizes.items() if name.startswith("elm4j-0"))
    plots = ("tablesaw", "fastutil", "icu4j", "guava", "commons-math3", "classgraph", "RoaringBitmap", "univocity",
             "pebble", "unbescape", "failureaccess", "checker-qual", "error_prone", "j2objc", "jsr305", "listenablefuture")
    rest = sum(s for n, s in sizes.items() if "native" not in n and not n.startswith(plots))
    row("thin jar", "%.2f MB" % (thin / 1e6))
    row("all runtime jars without PyTorch's natives and Tablesaw", "%.1f MB" % (rest / 1e6))


def main() -> None:
    print("%s, %d cores, load %.1f" % (processor(), os.cpu_count(), os.getloadavg()[0]))
    with tempfile.TemporaryDirectory(prefix="elm4j-benchmark-") as folder:
        tiny(folder)
        if (HOME / "models").is_dir() and any((HOME / "models").glob("*.gguf")):
            default(folder)
        else:
            print("  the default model is not installed")
    jars()


if __name__ == "__main__":
    sys.exit(main())
