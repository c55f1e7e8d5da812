"""The supervisor itself: what it inherits, what it keeps, what is left of it."""
import json
import os
import select
import struct
import subprocess
import sys
import time
import unittest

import peer
import service

SECRET = "sk-supervisor-test-4711"


def ended(pid, seconds=10):
    """Whether a process that is no child of ours ends within some seconds."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    waiting = select.poll()
    waiting.register(handle, select.POLLIN)
    over = bool(waiting.poll(seconds * 1000))
    os.close(handle)
    return over


def _in_memory(pid, word):
    """Whether a word is anywhere in the writable memory of a process."""
    with open("/proc/%d/maps" % pid) as maps, open("/proc/%d/mem" % pid, "rb", 0) as memory:
        for line in maps:
            place, rights = line.split()[:2]
            if rights.startswith("rw"):
                first, last = (int(end, 16) for end in place.split("-"))
                memory.seek(first)
                if word in memory.read(last - first):
                    return True
    return False


class SupervisorTest(unittest.TestCase):

    def setUp(self):
        self.peers = []

    def tearDown(self):
        for one in self.peers:
            one.close()

    def start(self, *arguments, **more):
        one = peer.Peer(*arguments, **more)
        self.peers.append(one)
        return one

    def test_hello_says_what_there_is(self):
        hello = self.start().hello
        self.assertEqual(
            {"hello", "pid", "uid", "separated", "landlock", "seccomp", "uname", "python", "numpy", "java", "machine",
             "missing"}, set(hello))
        self.assertEqual((1, "allow-list", None), (hello["hello"], hello["seccomp"], hello["java"]))
        self.assertEqual([], hello["missing"])

    def test_hello_says_what_is_missing(self):
        hello = self.start("--java", "/nowhere", "--worker-jar", "/nowhere.jar", "--languages", "python,java").hello
        self.assertIn("/nowhere/bin/java", hello["missing"][0])

    def test_a_machine_without_a_table_of_calls_is_not_offered(self):
        program = ("import sys; sys.path.insert(0, %r)\nimport nursery, service, syscalls\nsyscalls.TABLES.clear()\n"
                   "print(nursery.Nursery(service.arguments([]), 0).report()['missing'])" % peer.WORKER)
        said = subprocess.run([peer.PYTHON, "-B", "-c", program], stdout=subprocess.PIPE, check=True).stdout.decode()
        self.assertIn("seccomp filter for " + os.uname().machine, said)

    def test_a_confinement_with_a_hole_is_not_offered(self):
        program = (
            "import sys; sys.path.insert(0, %r)\nimport confine, nursery, service, syscalls\nconfine.prepare_supervisor()\ntable = next(iter(syscalls.TABLES.values()))\n"
            "table.allowed['openat'] = table.checked.pop('openat')\ntable.allowed['socket'] = 41\n"
            "print(nursery.Nursery(service.arguments([]), 0).report()['missing'])" % peer.WORKER)
        said = subprocess.run([peer.PYTHON, "-B", "-c", program], stdout=subprocess.PIPE, check=True).stdout.decode()
        self.assertIn("made a socket", said)

    def test_nothing_of_its_first_environment_is_left(self):
        one = self.start(environment={"OPENAI_API_KEY": SECRET, "PYTHONPATH": "/tmp", "LD_LIBRARY_PATH": "/tmp",
                                      "PYTHONHASHSEED": "7", "PATH": os.environ["PATH"]})
        with open("/proc/%d/environ" % one.process.pid, "rb") as environment:
            said = environment.read().decode()
        self.assertNotIn(SECRET, said)
        self.assertNotIn("/tmp", said)
        hunt = ("import gc, os, sys\ndef run():\n    found = [str(v) for v in os.environ.items()]\n"
                "    found += [repr(o)[:10000] for o in gc.get_objects() if type(o) in (dict, list, tuple)]\n"
                "    sought = ''.join(reversed('7714-tset'))\n    return any(sought in f for f in found)")
        self.assertIs(False, one.value(hunt))

    def test_strings_hash_alike_in_every_worker(self):
        source = "def run(): return [hash('elm'), list({'a', 'b', 'c', 'd', 'e', 'f'})[0]]"
        self.assertEqual(self.start().value(source), self.start().value(source))

    def test_it_ends_with_its_host_and_takes_its_child_along(self):
        for how in ("close", "kill"):
            one = self.start()
            pid = self._stuck_program(one)
            if how == "close":
                one.process.stdin.close()  # amid the run
            else:
                one.process.kill()
            self.assertTrue(ended(pid), how)
            one.process.wait(10)

    def _stuck_program(self, one):
        """Sends a program that sleeps, without waiting for its answer; the id of its process."""
        source = "import os, time\ndef run():\n    os.write(1, b'x')\n    time.sleep(100)"
        request = peer.json.dumps({"op": "run", "id": "a" * 32, "language": "python", "source": source,
                                   "entry": "run", "inputs": [[]], "limits": {**peer.LIMITS, "wallMs": 100000},
                                   "seed": 1, "guard": "off"}).encode()
        one.raw(struct.pack(">I", len(request)) + request)
        until = time.monotonic() + 10
        while time.monotonic() < until:
            found = self._children(one)
            if len(found) >= 2:
                return int(found[1])  # the first is the front, the next is whose turn it was
        raise AssertionError("no child was started")

    @unittest.skipUnless(peer.ROOT, "only root can look into its memory")
    def test_the_process_that_forks_never_sees_a_program_or_a_value(self):
        """Else the next program would find them in what it inherits."""
        one = self.start()
        for number in range(20):
            one.value("def run(x):\n    token = 'source-7261'\n    print('output-7261')\n    return x[::-1] + '-1627-eulav'[::-1]",
                      "argument-7261")
        front = int(self._children(one)[0])
        for word in (b"source-7261", b"argument-7261", b"output-7261", b"value-7261"):
            self.assertFalse(_in_memory(one.process.pid, word), word)
        self.assertTrue(_in_memory(front, b"source-7261"))  # the search can find something

    @staticmethod
    def _children(one):
        with open("/proc/%d/task/%d/children" % (one.process.pid, one.process.pid)) as children:
            return children.read().split()

    def test_the_kernel_takes_a_program_before_its_supervisor(self):
        """When memory runs out; and who may write that file may read the memory of the process, so not for long."""
        for plain in (False, True):
            one = self.start(plain=plain)
            pid = self._stuck_program(one)
            until = time.monotonic() + 5
            while not self._confined(pid):
                self.assertLess(time.monotonic(), until)
            self.assertEqual((1000, 0), (self._score(pid), self._score(one.process.pid)), plain)
            self.assertEqual(0, os.stat("/proc/%d/mem" % pid).st_uid)  # not dumpable

    @staticmethod
    def _confined(pid):
        with open("/proc/%d/status" % pid) as status:
            return "Seccomp:\t2" in status.read()

    @staticmethod
    def _score(pid):
        with open("/proc/%d/oom_score_adj" % pid) as said:
            return int(said.read())

    def test_exit_and_the_end_of_its_input_end_it_in_order(self):
        one = self.start()
        request = b'{"op":"exit"}'
        one.raw(struct.pack(">I", len(request)) + request)
        self.assertEqual(0, one.process.wait(10))
        two = self.start()
        two.process.stdin.close()
        self.assertEqual(0, two.process.wait(10))

    def test_a_bad_frame_ends_it(self):
        for data in (struct.pack(">I", 1 << 30), struct.pack(">I", 3) + b"{x}", struct.pack(">I", 2) + b"\xff\xff"):
            with open(os.devnull, "w") as quiet:
                process = subprocess.Popen(
                    [peer.PYTHON, "-I", os.path.join(peer.WORKER, "supervisor.py")], stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE, stderr=quiet, env={})
                process.communicate(data, 20)
                self.assertNotEqual(0, process.returncode)

    def test_a_language_that_was_not_asked_for_is_refused(self):
        answer = self.start().run("class P {}", language="java")
        self.assertEqual("SANDBOX_ERROR", answer["status"])

    def test_a_fork_that_fails_costs_one_answer_and_no_descriptors(self):
        one = self.start(plain=True)
        before = one.ping()["files"]
        one.forks(False)
        statuses = [one.run("def run(): return 1")["status"] for _ in range(4)]
        self.assertEqual(["VALID"] * 2 + ["SANDBOX_ERROR"] * 2, statuses)  # the processes of the first two waited
        one.forks(True)
        self.assertEqual(1, one.value("def run(): return 1"))
        self.assertEqual(before, one.ping()["files"])

    def test_what_was_orphaned_is_reaped(self):
        """A process that is not the supervisor's and dies below it leaves no zombie, as for process 1 of a container."""
        program = (
            "import sys, os; sys.path.insert(0, %r)\nimport processes as children, kernel\n"
            "kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)\nr, w = os.pipe()\nif os.fork() == 0:\n"
            "    if os.fork() == 0: os.write(w, b'%%d' %% os.getpid()); os._exit(0)\n    os._exit(0)\n"
            "pid = int(os.read(r, 20))\nwhile os.path.exists('/proc/%%d' %% pid): children.reap()\n"
            "print(children.count())" % peer.WORKER)
        done = subprocess.run([sys.executable, "-B", "-c", program], stdout=subprocess.PIPE, timeout=20, check=True)
        self.assertEqual("0", done.stdout.decode().strip())

    def test_what_an_evaluation_left_is_killed_and_reported(self):
        """No program can leave a process; were there a way, it is found by its parent, killed, and if need be told."""
        program = (
            "import sys, os, time; sys.path.insert(0, %r)\nimport processes as children\nos.environ.clear()\n"
            "pid = os.fork()\nif pid == 0: time.sleep(100)\n"
            "left, found = children.leftovers(None)\nprint(left, os.path.exists('/proc/%%d' %% pid))\n"
            "children.signal_to = lambda pid: None\npid = os.fork()\nif pid == 0: time.sleep(100)\n"
            "left, found = children.leftovers(None)\nprint(left == ['process %%d' %% pid])\nos.kill(pid, 9)"
            % peer.WORKER)
        done = subprocess.run([sys.executable, "-B", "-c", program], stdout=subprocess.PIPE, timeout=20, check=True)
        self.assertEqual(["[] False", "True"], done.stdout.decode().split("\n")[:2])

    def test_findings_of_the_guard_come_with_the_answer(self):
        self.start()  # so that a missing guard is a skip and not an error
        if not os.path.exists(os.path.join(peer.WORKER, "guard.py")):
            self.skipTest("guard.py is not there yet")
        source = "import os\ndef run(): return os.getpid() > 0"
        warned, refused = (self.peers[0].run(source, guard=level) for level in ("warn", "strict"))
        self.assertEqual(("VALID", "REJECTED"), (warned["status"], refused["status"]))
        self.assertEqual({"line", "rule", "message"}, set(warned["findings"][0]))
        self.assertEqual(warned["findings"], refused["findings"])

    def test_it_writes_no_files(self):
        one = self.start(plain=False)
        before = sorted(os.listdir(one.folder))
        one.value("import random\ndef run(): return 1")
        self.assertEqual(before, sorted(os.listdir(one.folder)))
        self.assertNotIn("__pycache__", before)


class DyingNurseryTest(unittest.TestCase):

    class _Programs:
        """Values have come when the nursery dies, which is asked to end the program's process."""

        def run(self, request, answer):
            answer.valid("42", 1.0)
            raise EOFError("the nursery is gone")

    def test_values_whose_output_was_lost_are_no_answer(self):
        front = service.Service.__new__(service.Service)
        front._evaluations, front._programs = 0, {"python": self._Programs()}
        request = {"id": "1", "inputs": [[]], "language": "python", "limits": {"resultBytes": 1000}}
        answer = json.loads(front._run(request))
        self.assertEqual("SANDBOX_ERROR", answer["status"])
        self.assertEqual(["SANDBOX_ERROR"], [outcome["status"] for outcome in answer["outcomes"]])


if __name__ == "__main__":
    unittest.main()
