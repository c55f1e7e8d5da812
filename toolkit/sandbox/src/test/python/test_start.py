"""Virtual machines that do not start in time: the sandbox's fault, and told within a time that the host knows."""
import signal
import subprocess
import sys
import time
import unittest

import peer
import answers
import java_program
import nursery
import watch

READY = b"\0\0\0\1\0\0\0\5ready"


class Nursery:
    """Starts processes that are no virtual machines: each says that it is ready after some seconds, and then no more."""

    def __init__(self, seconds):
        """seconds: main class -> time to start."""
        self._seconds, self._born = seconds, {}

    def start(self, what, ends, **more):
        program = "import os, time\ntime.sleep(%r)\nos.write(0, %r)\n%s" % (
            self._seconds[what], READY, _COMPILER if what == "Compiler" else "time.sleep(100)")
        born = subprocess.Popen([sys.executable, "-S", "-c", program], stdin=ends[0], stdout=ends[1], stderr=ends[2])
        self._born[born.pid] = born
        birth = nursery.Birth(None)
        birth.tell({"pid": born.pid, "uid": None, "threads": None})
        return birth

    def ask(self, op, pid, uid=None):
        born = self._born[pid]
        if op == "end":
            born.send_signal(signal.SIGKILL)
            born.wait()
        status = born.poll()
        return {"status": None if status is None else 9, "cpu": 0.0, "peakMb": 1, "dirty": []}


# Compiles: sends back the second field, the id.
_COMPILER = r"""
said = os.read(0, 65536)
at = 4 + 4 + len('compile')
size = int.from_bytes(said[at:at + 4], 'big')
def frame(*f): return len(f).to_bytes(4, 'big') + b''.join(len(x).to_bytes(4, 'big') + x for x in f)
os.write(0, frame(b'compiled', said[at + 4:at + 4 + size], b'Prog', b''))
time.sleep(100)
"""


class StartTest(unittest.TestCase):

    def setUp(self):
        self._start, watch.START = watch.START, 2.0

    def tearDown(self):
        watch.START = self._start

    def test_the_host_s_patience_is_longer(self):
        self.assertEqual(20.0, self._start)  # the host gives 30 s beside the limits of a request

    def _run(self, limits=None, **seconds):
        """The answer to a Java program, and how long it took."""
        programs = java_program.JavaPrograms(Nursery(seconds), 1)
        answer, began = answers.Answer("n", 1, 1000), time.monotonic()
        try:
            programs.run({"id": "a" * 32, "source": "", "entry": "run", "guard": "off", "seed": 1, "inputs": [[]],
                          "limits": {**peer.LIMITS, **(limits or {})}}, answer)
            return peer.json.loads(answer.text()), time.monotonic() - began
        finally:
            programs._compiler.drop()

    def test_a_compiler_that_does_not_start_is_the_sandbox_s_fault(self):
        answer, took = self._run(Compiler=60, Runner=0)
        self.assertEqual("SANDBOX_ERROR", answer["status"], answer)
        self.assertLess(took, 3)

    def test_compiler_and_runner_start_within_one_time(self):
        answer, took = self._run(Compiler=1.2, Runner=60)
        self.assertEqual("SANDBOX_ERROR", answer["status"], answer)
        self.assertIn("did not start", answer["detail"])
        self.assertLess(took, 2.9)

    def test_what_a_start_takes_is_not_taken_from_the_program(self):
        answer, took = self._run(Compiler=1.2, Runner=0, limits={"wallMs": 1000, "compileMs": 100})
        self.assertEqual("TIMEOUT", answer["status"], answer)
        self.assertEqual("wall time over 1.0 s", answer["detail"])
        self.assertGreater(took, 2.2)


if __name__ == "__main__":
    unittest.main()
