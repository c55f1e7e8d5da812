"""The launcher with the real kernel, over tcp and over ipc: everything a server says must reach the kernel and come back."""
import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from jupyter_client import KernelManager
from jupyter_client.connect import write_connection_file

PATIENCE = 60


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    with open("/proc/%d/stat" % process) as stat:
        return stat.read().rsplit(")", 1)[1].split()[0] != "Z"


def soon(condition, seconds: float = PATIENCE) -> bool:
    """Whether a condition becomes true in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


class Launcher:
    """What holds over any transport."""

    transport = ""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="elm4j ")
        cls.manager = KernelManager(kernel_name="elm4j", transport=cls.transport)
        if cls.transport == "ipc":
            cls.manager.ip = str(Path(cls.folder.name) / "k")
        cls.manager.start_kernel(cwd=cls.folder.name)
        cls.client = cls.manager.client()
        cls.client.start_channels()
        cls.client.wait_for_ready(timeout=PATIENCE)

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel(now=True)
        cls.folder.cleanup()

    def execute(self, code: str, **more) -> tuple:
        """The reply and all that was published for it."""
        published = []
        reply = self.client.execute_interactive(code, timeout=PATIENCE, output_hook=published.append, **more)
        return reply["content"], published

    def printed(self, code: str, **more) -> str:
        return "".join(m["content"]["text"] for m in self.execute(code, **more)[1] if m["msg_type"] == "stream")

    def test_runs_java(self):
        self.assertEqual(self.printed("System.out.print(6 * 7);"), "42")

    def test_the_toolkit_is_on_the_class_path(self):
        code = 'System.out.print(Class.forName("dev.elm4j.archive.Archive").getName());'
        self.assertEqual(self.printed(code), "dev.elm4j.archive.Archive")

    def test_kernel_describes_java_to_the_notebook(self):
        info = self.client.kernel_info(reply=True, timeout=PATIENCE)["content"]["language_info"]
        self.assertEqual((info["name"].lower(), info["file_extension"]), ("java", ".jshell"))

    def test_no_message_of_many_is_lost(self):
        text = self.printed('for (int i = 0; i < 300; i++) System.out.println("line " + i);')
        self.assertEqual(text.split("\n"), ["line %d" % i for i in range(300)] + [""])

    def test_an_interrupt_ends_a_cell_and_the_kernel_goes_on(self):
        # One statement: JJava loses an interrupt that comes between two statements of a cell.
        message = self.client.execute('{ System.out.println("begun"); Thread.sleep(600_000); }')
        self.answer_to(message, self.client.get_iopub_msg, "stream")
        self.manager.interrupt_kernel()
        reply = self.answer_to(message, self.client.get_shell_msg, "execute_reply")
        self.assertEqual(reply["content"]["status"], "error")
        self.assertEqual(self.printed("System.out.print(1 + 1);"), "2")

    def test_asks_for_input(self):
        def answer(_):
            self.client.input("a line")

        code = 'System.out.print(new java.util.Scanner(System.in).nextLine().length());'
        self.assertEqual(self.printed(code, allow_stdin=True, stdin_hook=answer), "6")

    def answer_to(self, request: str, next_message, kind: str) -> dict:
        """The next message of one kind that answers a request; late answers to others are passed over."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(queue.Empty):
                message = next_message(timeout=1)
                if message["parent_header"].get("msg_id") == request and message["msg_type"] == kind:
                    return message
        self.fail("no %s within %d s" % (kind, PATIENCE))


class OverTcp(Launcher, unittest.TestCase):
    transport = "tcp"

    def test_the_kernel_is_the_process_that_was_started(self):
        pid = self.printed("System.out.print(ProcessHandle.current().pid());")
        self.assertEqual(int(pid), self.manager.provisioner.pid)


@unittest.skipIf(os.name == "nt", "unix sockets")
class OverIpc(Launcher, unittest.TestCase):
    transport = "ipc"


@unittest.skipUnless(sys.platform.startswith("linux"), "looks into /proc")
class Ending(unittest.TestCase):
    """A kernel must not outlive what started it."""

    PARENT = ("import subprocess, sys, time; print(subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL).pid, flush=True);"
              " time.sleep(600)")

    def start(self, transport: str, folder: str) -> tuple:
        """A parent that starts a kernel by our launcher, and the process it started."""
        spec = KernelManager(kernel_name="elm4j").kernel_spec
        file = str(Path(folder) / "connection.json")
        ip = str(Path(folder) / "k") if transport == "ipc" else ""
        write_connection_file(file, transport=transport, ip=ip, key=b"k")
        words = [w.format(connection_file=file, resource_dir=spec.resource_dir) for w in spec.argv]
        parent = subprocess.Popen([sys.executable, "-c", self.PARENT, *words], stdout=subprocess.PIPE, text=True,
                                  start_new_session=True)
        return parent, int(parent.stdout.readline())

    def check(self, transport: str):
        with tempfile.TemporaryDirectory() as folder:
            parent, launched = self.start(transport, folder)
            try:
                self.assertTrue(soon(lambda: self.javas(launched)), "no Java was started")
                java = self.javas(launched)[0]
                parent.kill()
                parent.wait()
                self.assertTrue(soon(lambda: not alive(java), 20), "the kernel outlived its server")
            finally:
                parent.stdout.close()
                if parent.poll() is None:
                    os.killpg(parent.pid, signal.SIGKILL)
                    parent.wait()

    def javas(self, launched: int) -> list:
        """The launched process or its children, those that run Java."""
        children = Path("/proc/%d/task/%d/children" % (launched, launched))
        processes = [launched] + [int(p) for p in children.read_text().split()]
        return [p for p in processes if os.readlink("/proc/%d/exe" % p).endswith("/java")]

    def test_over_tcp_the_kernel_ends_with_the_server(self):
        self.check("tcp")

    def test_over_ipc_the_kernel_ends_with_the_server(self):
        self.check("ipc")


class Spec(unittest.TestCase):
    def test_interrupts_come_as_messages(self):
        spec = KernelManager(kernel_name="elm4j").kernel_spec
        self.assertEqual((spec.display_name, spec.language, spec.interrupt_mode), ("Java (ELM4J)", "java", "message"))
        self.assertNotIn("HTTP", json.dumps(spec.to_dict()))


if __name__ == "__main__":
    unittest.main()
