"""A real kernel and what its cells bring over the wire, for tests. Tests nothing itself.

Run inside the set-up's virtual environment, for instance `python tests/test_wire.py`. ELM4J_KERNEL names the kernelspec
(default `elm4j`).
"""
import json
import os
import queue
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from jupyter_client import KernelManager

PATIENCE = 120
PLOTLY, HTML, PNG, TEXT = "application/vnd.plotly.v1+json", "text/html", "image/png", "text/plain"
FIGURE = {PLOTLY, HTML, PNG, TEXT}

SPHERE = 'var search = Elm.search(Functions.sphere(2)).operators(Gaussian.of(0.5)).name("%s").seed(7);'
# The sphere function, at a pace at which there is something to interrupt.
SLOW = """var slow = Environment.of("slow sphere", (double[] x) -> {
    java.util.concurrent.locks.LockSupport.parkNanos(500_000);
    return Evaluation.of(-x[0] * x[0] - x[1] * x[1], x[0], x[1]);
}).measures(Axis.of("x", -5, 5), Axis.of("y", -5, 5)).seeds(new double[] {1, 1});
var search = Elm.search(slow).operators(Gaussian.of(0.5)).name("%s").seed(7);"""
OPINIONS = """var model = Models.tiny();
var search = Elm.search(Opinions.about("a restaurant meal", model)).operators(Crossover.lmx(model, 4))
        .batch(4).name("%s").seed(7);"""


class Cell:
    """What one cell has brought: its messages in order, and those that came for other cells meanwhile."""

    def __init__(self):
        self.messages, self.others, self.reply, self.took, self.request = [], [], None, 0.0, None

    def of(self, *kinds):
        return [m for m in self.messages if m["msg_type"] in kinds]

    @property
    def results(self):
        return [m["content"]["data"] for m in self.of("execute_result")]

    @property
    def shown(self):
        return [m["content"]["data"] for m in self.of("execute_result", "display_data", "update_display_data")]

    @property
    def text(self):
        return "\n".join(data[TEXT] for data in self.shown)

    @property
    def errors(self):
        return [m["content"] for m in self.of("error")]


class Kernel:
    """One kernel, in a folder of its own."""

    def __init__(self, folder, name=None, **variables):
        self.manager = KernelManager(kernel_name=name or os.environ.get("ELM4J_KERNEL", "elm4j"))
        self.manager.start_kernel(
            cwd=str(folder), env=dict(os.environ, **variables), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)

    def run(self, code, interrupt_after=None, linger=0.0):
        """Runs a cell to its end; `linger` listens on for so many seconds."""
        cell, begin = Cell(), time.monotonic()
        request, idle = self.client.execute(code), None
        cell.request = request
        while cell.reply is None or idle is None or time.monotonic() < idle + linger:
            if time.monotonic() > begin + PATIENCE:
                raise AssertionError("no end after %d s: %s" % (PATIENCE, code))
            if interrupt_after is not None and cell.reply is None and time.monotonic() > begin + interrupt_after:
                self.manager.interrupt_kernel()
                interrupt_after += 1  # pressed while the cell was still being compiled, it has no effect
            message = self._next(self.client.get_iopub_msg, 0.05)
            if message is None:
                pass
            elif message["parent_header"].get("msg_id") != request:
                if message["msg_type"] != "status":
                    cell.others.append(message)
            elif message["msg_type"] == "status":
                idle = time.monotonic() if message["content"]["execution_state"] == "idle" else idle
            elif message["msg_type"] != "execute_input":
                message["at"] = time.monotonic() - begin
                cell.messages.append(message)
            reply = self._next(self.client.get_shell_msg, 0.005) if cell.reply is None else None
            if reply is not None and reply["parent_header"].get("msg_id") == request:
                cell.reply, cell.took = reply["content"], time.monotonic() - begin
        return cell

    @staticmethod
    def _next(channel, seconds):
        try:
            return channel(timeout=seconds)
        except queue.Empty:
            return None

    def value(self, expression):
        """The text of an expression's value."""
        cell = self.run(expression)
        if cell.errors:
            raise AssertionError(cell.errors[0]["evalue"])
        return cell.results[-1][TEXT]

    def process(self):
        return self.manager.provisioner.pid

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def journal(folder, name):
    """The candidates of a journal; fails if a line is torn."""
    lines = (Path(folder) / "runs" / name / "journal.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines][1:]


class Wire(unittest.TestCase):
    """A kernel per class."""

    variables = {}

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="elm4j wire ")
        cls.addClassCleanup(shutil.rmtree, cls.folder, True)
        cls.kernel = Kernel(cls.folder, **cls.variables)
        cls.addClassCleanup(cls.kernel.close)

    def succeed(self, code, **how):
        cell = self.kernel.run(code, **how)
        self.assertEqual(cell.reply["status"], "ok", cell.errors)
        self.assertEqual(cell.of("stream"), [], "nothing is printed")
        return cell
