"""Python programs through a real supervisor: how they end, and that the next one is not hurt."""
import os
import time
import unittest

import peer

AFTER = "def run(x):\n    return x + 1"
WAITING = 2  # processes that were started for the next programs


class PythonPrograms:

    plain = False

    @classmethod
    def setUpClass(cls):
        cls.peer = peer.Peer(plain=cls.plain)
        cls.files = cls.peer.ping()["files"]

    @classmethod
    def tearDownClass(cls):
        cls.peer.close()

    def tearDown(self):
        """Whatever a test's programs did: the next one gets its own value, and nothing is left."""
        self.assertEqual(42, self.peer.value(AFTER, 41))
        pong = self.peer.ping()
        self.assertEqual((WAITING, self.files), (pong["processes"], pong["files"]))

    def status(self, source, inputs=((),), **limits):
        answer = self.peer.run(source, inputs, **limits)
        self.assertEqual([], answer["dirty"])
        self.assertEqual(len(inputs), len(answer["outcomes"]))
        return answer["status"]

    def statuses(self, answer):
        return [outcome["status"] for outcome in answer["outcomes"]]

    # ordinary programs

    def test_one_outcome_per_input_in_order(self):
        answer = self.peer.run("def run(x, y):\n    print(x)\n    return [x, y]", [[i, str(i)] for i in range(50)])
        self.assertEqual("VALID", answer["status"])
        self.assertEqual([[i, str(i)] for i in range(50)], [o["value"] for o in answer["outcomes"]])
        self.assertEqual("".join("%d\n" % i for i in range(50)), answer["stdout"])

    def test_an_exception_at_one_input_leaves_the_others(self):
        answer = self.peer.run("def run(x):\n    return 1 // x", [[1], [0], ["a"], [-1]])
        self.assertEqual(["VALID", "EXCEPTION", "TYPE_ERROR", "VALID"], self.statuses(answer))
        self.assertEqual("EXCEPTION", answer["status"])
        self.assertEqual("ZeroDivisionError: integer division or modulo by zero (line 2)".replace(
            "integer division or modulo", "integer division or modulo"), answer["outcomes"][1]["detail"].replace(
            "ZeroDivisionError: division by zero", "ZeroDivisionError: integer division or modulo by zero"))

    def test_no_inputs_is_a_valid_request(self):
        answer = self.peer.run(AFTER, [])
        self.assertEqual(("VALID", []), (answer["status"], answer["outcomes"]))

    def test_arguments_are_fresh_for_every_input_and_typed(self):
        got = self.peer.value("def run(a, b, c):\n    a.append(1)\n    return [type(a).__name__, b, type(b).__name__, c]",
                              [], {"m": [[1, 2]]}, {"b": "AQI="})
        self.assertEqual(["list", {"m": [[1, 2]]}, "dict", {"b": "AQI="}], got)

    def test_dataclasses_and_classes_work(self):
        source = ("from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n    y: 'int' = 2\n"
                  "class Prog:\n    @staticmethod\n    def run(x): return [P(x).y, repr(P(x))]")
        self.assertEqual([2, "P(x=1, y=2)"], self.peer.value(source, 1, entry="Prog.run"))

    def test_the_seed_decides_randomness(self):
        source = "import random\ndef run(): return random.random()"
        one, two, other = (self.peer.value(source, seed=s) for s in (5, 5, 6))
        self.assertEqual(one, two)
        self.assertNotEqual(one, other)

    def test_deep_recursion_works_when_the_program_asks_for_it(self):
        source = ("import sys\nsys.setrecursionlimit(50000)\ndef deep(n): return 0 if n == 0 else 1 + deep(n - 1)\n"
                  "def run(n): return deep(n)")
        self.assertEqual(15000, self.peer.value(source, 15000))

    def test_the_worker_s_own_modules_are_not_there(self):
        for name in ("supervisor", "values", "confine", "python_child"):
            self.assertEqual("EXCEPTION", self.status("import %s\ndef run(): return 1" % name))

    # programs that cannot run

    def test_what_does_not_parse_is_a_syntax_error_with_its_line(self):
        answer = self.peer.run("x = 1\ndef run(:\n", [[], []])
        self.assertEqual(["SYNTAX_ERROR"] * 2, self.statuses(answer))
        self.assertTrue(answer["detail"].startswith("line 2: "), answer["detail"])
        for source in ("(" * 5000, "x = '\0'", "-" * 100000 + "1", "x = " + "[" * 300 + "]" * 300):
            self.assertIn(self.status(source), ("SYNTAX_ERROR", "CRASH"), source[:20])

    def test_a_source_that_needs_too_much_memory_is_told_from_one_nested_too_deep(self):
        large, deep = "x = (%s)\ndef run(): pass" % ("[]," * 150_000), "-" * 100_000 + "1"
        self.assertEqual("VALID", self.status(large, cpuMs=20000))
        for megabytes in (64, 32):
            self.assertEqual("MEMORY_LIMIT", self.status(large, memoryMb=megabytes, cpuMs=20000))
            answer = self.peer.run(deep, memoryMb=megabytes)
            self.assertIn(answer["status"], ("SYNTAX_ERROR", "CRASH"))
        self.assertIn(self.status("x=1" + "+1" * 100_000), ("SYNTAX_ERROR", "CRASH"))

    def test_a_missing_entry_point_is_a_load_error(self):
        answer = self.peer.run("def go(): pass")
        self.assertEqual("LOAD_ERROR", answer["status"])
        self.assertIn("go", answer["detail"])
        self.assertEqual("LOAD_ERROR", self.status("run = 3"))

    def test_what_is_thrown_while_loading_is_told(self):
        for source, status in (("1 / 0", "EXCEPTION"), ("import nothing_like_it", "EXCEPTION"), ("1 + 'a'", "TYPE_ERROR"),
                               ("raise SystemExit", "EXIT"), ("x = bytearray(1 << 40)", "MEMORY_LIMIT")):
            answer = self.peer.run(source + "\ndef run(): pass")
            self.assertEqual(status, answer["status"])
            self.assertIn("before the entry point was called", answer["detail"])

    def test_inputs_that_cannot_be_read_are_so_answered(self):
        full = "l = []\ntry:\n    while True: l.append(bytearray(1 << 16))\nexcept MemoryError: pass\ndef run(x): return 1"
        self.assertEqual("MEMORY_LIMIT", self.peer.run(full, [["x" * (8 << 20)]])["status"])
        low = ("import sys\nfor limit in range(5, 100):\n    try:\n        sys.setrecursionlimit(limit)\n        break\n"
               "    except RecursionError: pass\ndef run(x): return 1")
        self.assertEqual("VALID", self.peer.run(low, [[1]])["status"], "our own lines take back the room that they need")

    # limits

    def test_cpu_time_decides(self):
        began = time.monotonic()
        answer = self.peer.run("def run(x):\n    while x: pass\n    return 7", [[0], [1], [0]], cpuMs=300)
        self.assertEqual(["VALID", "TIMEOUT", "TIMEOUT"], self.statuses(answer))
        self.assertEqual("CPU time over 0.3 s", answer["detail"])
        self.assertLess(abs(answer["timings"]["cpuMs"] - 300), 60)
        self.assertLess(time.monotonic() - began, 10)

    def test_cpu_time_of_all_threads_counts_and_of_all_inputs(self):
        source = ("import threading\ndef spin():\n    while True: pass\ndef run():\n"
                  "    for _ in range(4): threading.Thread(target=spin, daemon=True).start()\n    spin()")
        self.assertEqual("TIMEOUT", self.status(source, cpuMs=200))
        answer = self.peer.run("def run():\n    for _ in range(2000000): pass", [[]] * 200, cpuMs=300)
        self.assertEqual("VALID", answer["outcomes"][0]["status"])
        self.assertEqual("TIMEOUT", answer["outcomes"][-1]["status"])

    def test_wall_time_is_the_outer_bound(self):
        answer = self.peer.run("import time\ndef run(): time.sleep(60)", wallMs=200)
        self.assertEqual(("TIMEOUT", "wall time over 0.2 s"), (answer["status"], answer["detail"]))

    def test_no_signal_handler_saves_a_program(self):
        source = ("import signal\nfor s in range(1, 65):\n    try: signal.signal(s, signal.SIG_IGN)\n"
                  "    except (OSError, ValueError): pass\ndef run():\n    while True:\n"
                  "        try:\n            while True: pass\n        except BaseException: pass")
        self.assertEqual("TIMEOUT", self.status(source, cpuMs=200))
        for call in ("os.kill(os.getpid(), signal.SIGSTOP)", "signal.pause()", "sys.stdin.read(); time.sleep(9)"):
            self.assertEqual("TIMEOUT", self.status(
                "import os, signal, sys, time\ndef run(): %s" % call, wallMs=200))

    def test_memory_is_told_from_a_crash(self):
        for source in ("def run():\n    x = []\n    while True: x.append(bytearray(1 << 20))",
                       "def run(): return len(bytearray(1 << 34))", "def run(): return [0] * (1 << 32)",
                       "def run():\n    x = 'a'\n    while True: x += x"):
            self.assertEqual("MEMORY_LIMIT", self.status(source, memoryMb=128), source)
        answer = self.peer.run("def run(x): return len(bytearray(x))", [[10], [1 << 34], [20]], memoryMb=64)
        self.assertEqual(["VALID", "MEMORY_LIMIT", "VALID"], self.statuses(answer))
        self.assertEqual(100 << 20, self.peer.value("def run(x): return len(bytearray(x))", 100 << 20, memoryMb=128))
        for call in ("os.kill(os.getpid(), 9)", "os.abort()", "ctypes.string_at(0)", "os.kill(os.getpid(), 31)"):
            for megabytes in (16, 512):
                self.assertEqual("CRASH", self.status(
                    "import ctypes, os\ndef run(): " + call, memoryMb=megabytes), call)
        self.assertEqual("MEMORY_LIMIT", self.status(
            "import os\ndef run():\n    x = b'x' * (63 << 20)\n    os.abort()", memoryMb=64))

    def test_memory_that_ends_in_our_own_lines_is_told_too(self):
        """While the request is read, and while a value is sent."""
        answer = self.peer.run("def run(x): return 1", [["x" * (12 << 20)]], memoryMb=16)
        self.assertEqual(("MEMORY_LIMIT", True), (answer["status"], bool(answer["detail"])))
        source = ("def run(left):\n    global kept\n    kept, value = [], 'x' * (1 << 20)\n    try:\n"
                  "        while True: kept.append(bytearray(1 << 17))\n    except MemoryError:\n"
                  "        del kept[-left:]\n    return value")
        for left in range(4, 40, 3):
            self.assertIn(self.status(source, [[left]], memoryMb=64, resultBytes=4 << 20), ("VALID", "MEMORY_LIMIT"), left)

    def test_recursion_without_end_is_a_stack_overflow(self):
        answer = self.peer.run("def run(x): return run(x) if x else 1", [[1], [0]])
        self.assertEqual(["STACK_OVERFLOW", "VALID"], self.statuses(answer))

    def test_leaving_is_an_exit_of_the_rest(self):
        answer = self.peer.run("import sys\ndef run(x): return sys.exit(3) if x else 1", [[0], [1], [0]])
        self.assertEqual(["VALID", "EXIT", "EXIT"], self.statuses(answer))
        for call in ("os._exit(0)", "os._exit(97)", "os.close(0)", "os.dup2(1, 0)"):
            self.assertEqual("EXIT", self.status("import os, time\ndef run():\n    %s\n    time.sleep(1)" % call), call)

    def test_output_is_kept_up_to_the_limit(self):
        answer = self.peer.run("import sys\ndef run():\n    print('é' * 100)\n    print('b' * 10, file=sys.stderr)",
                               outputBytes=51)
        self.assertEqual(("VALID", True, "b" * 10 + "\n"), (answer["status"], answer["truncated"], answer["stderr"]))
        self.assertEqual("é" * 25 + "\ufffd", answer["stdout"])

    def test_endless_output_ends_the_program(self):
        for source in ("def run():\n    while True: print('x' * 1000)",
                       "import os\ndef run():\n    while True: os.write(2, b'x' * 65536)"):
            answer = self.peer.run(source, cpuMs=10000)
            self.assertEqual("OUTPUT_LIMIT", answer["status"])
            self.assertLessEqual(len(answer["stdout"]) + len(answer["stderr"]), 65536)

    def test_values_are_bounded_together(self):
        answer = self.peer.run("def run(n): return 'x' * n", [[100], [800], [200], [1]], resultBytes=1000)
        self.assertEqual(["VALID", "VALID", "RESULT_TOO_LARGE", "RESULT_TOO_LARGE"], self.statuses(answer))
        for value in ("'x' * (64 << 20)", "list(range(10**6))", "r", "10 ** 2000000"):
            self.assertEqual("RESULT_TOO_LARGE", self.status("r = []\nr.append(r)\ndef run(): return %s" % value), value)

    def test_an_integer_of_too_many_digits_is_too_large(self):
        answer = self.peer.run("def run(n): return 10 ** n", [[9999], [10000]])
        self.assertEqual(["VALID", "RESULT_TOO_LARGE"], self.statuses(answer))
        self.assertEqual("an integer has more than 10,000 digits", answer["outcomes"][1]["detail"])

    def test_the_largest_answer_still_fits_a_frame(self):
        source = ("import sys\ndef run():\n    sys.stdout.write('\\1' * (1 << 20))\n"
                  "    sys.stderr.write('\\1' * (1 << 20))\n    return 'x' * ((8 << 20) - 2)")
        answer = self.peer.run(source, outputBytes=1 << 20, resultBytes=8 << 20)
        self.assertEqual(("VALID", True), (answer["status"], answer["truncated"]))
        self.assertEqual((8 << 20) - 2, len(answer["outcomes"][0]["value"]))

    def test_thousands_of_long_exceptions_are_cut(self):
        answer = self.peer.run("def run(): raise KeyError('x' * 100000)", [[]] * 3000, cpuMs=10000)
        self.assertEqual(["EXCEPTION"] * 3000, self.statuses(answer))
        self.assertLess(len(peer.json.dumps(answer)), 1 << 20)

    # programs that lie

    def test_hostile_results_hurt_nobody(self):
        source = ("import sys\nclass A:\n    def __repr__(self): %s\ndef run(): return A()")
        for body, status in (("raise KeyError", "EXCEPTION"), ("return 5", "TYPE_ERROR"), ("sys.exit()", "EXIT"),
                             ("return repr(self)", "STACK_OVERFLOW"), ("\n        while True: pass", "TIMEOUT"),
                             ("return 'x' * (64 << 20)", "VALID")):
            self.assertEqual(status, self.status(source % body, cpuMs=500), body)
        self.assertEqual("VALID", self.status("def run():\n    while True: yield 1"))
        self.assertEqual("EXCEPTION", self.status(
            "class E(Exception):\n    def __str__(self): raise self\ndef run(): raise E"))
        self.assertEqual("EXCEPTION", self.status(
            "class M(type):\n    __name__ = property(lambda c: 1 / 0)\nclass E(Exception, metaclass=M): pass\n"
            "def run(): raise E"))

    def test_an_exception_is_not_asked_what_it_is(self):
        source = "class E(%s):\n    __class__ = property(lambda self: %s)\ndef run(x):\n    raise E('odd')"
        for base, said, status in (("Exception", "1 / 0", "EXCEPTION"), ("Exception", "MemoryError", "EXCEPTION"),
                                   ("TypeError", "KeyError", "TYPE_ERROR"), ("MemoryError", "1 / 0", "MEMORY_LIMIT")):
            answer = self.peer.run(source % (base, said), [[1], [2]])
            self.assertEqual([status] * 2, self.statuses(answer))
            self.assertEqual("E: odd (line 4)", answer["outcomes"][1]["detail"])

    def test_a_program_that_leaves_little_stack_is_answered(self):
        source = ("import sys\ndef run(x):\n    limit = 1\n    while True:\n        try:\n"
                  "            sys.setrecursionlimit(limit)\n            break\n        except RecursionError:\n"
                  "            limit += 1\n    %s")
        for end, status in (("return [[[x]]]", "VALID"), ("raise KeyError(x)", "EXCEPTION"),
                            ("deep = lambda: deep(); return deep()", "STACK_OVERFLOW"),
                            ("sys.setrecursionlimit = sys.getrecursionlimit = repr; return [x]", "VALID")):
            self.assertEqual([status] * 2, self.statuses(self.peer.run(source % end, [[1], [2]])), end)
        self.assertEqual([1], self.peer.value("import sys\nsys.setrecursionlimit(16)\ndef run(x):\n    return [x]", 1))

    FORGE = ("import os, struct\ndef frame(*f):\n    b = struct.pack('>I', len(f))\n"
             "    for x in f: b += struct.pack('>I', len(x)) + x\n    return b\n"
             "def run():\n    %s\n    return 'own'")

    def test_forged_frames_are_its_own_value_or_no_answer(self):
        answer = self.peer.run(self.FORGE % "os.write(0, frame(b'outcome', b'VALID', b'\"forged\"', b'', b'0'))")
        self.assertEqual("PROTOCOL", answer["status"])  # one value too many
        for sent in ("os.urandom(64)", "b'\\0' * 8", "b'\\xff' * 64", "frame(b'done')", "frame()", "frame(b'pong')",
                     "frame(b'outcome', b'SANDBOX_ERROR', b'', b'', b'0')", "frame(b'failed', b'SANDBOX_ERROR', b'')",
                     "frame(b'outcome', b'VALID', b'{\"a\":1}', b'', b'0')", "frame(b'outcome', b'VALID', b'1', b'', b'x')",
                     "frame(b'outcome', b'VALID', b'{\"b\":\"QUJD=\"}', b'', b'0')",
                     "frame(b'findings', b'x')", "frame(b'outcome', b'VALID', b'[' * 99999, b'', b'0')"):
            self.assertEqual("PROTOCOL", self.status(self.FORGE % ("os.write(0, %s)" % sent), cpuMs=500), sent)
        self.assertEqual("EXCEPTION", self.status(self.FORGE % "os.write(0, frame(b'failed', b'EXCEPTION', b'mine'))"))

    def test_a_flood_on_the_channel_ends(self):
        self.assertIn(self.status(self.FORGE % "\n    while True: os.write(0, struct.pack('>II', 1, 30 << 20) + b'x' * 65536)"),
                      ("RESULT_TOO_LARGE", "PROTOCOL"))

    def test_the_machinery_in_its_own_process_can_be_broken_without_harm(self):
        for body in ("import json, os, sys; os._exit = lambda c: None; json.dumps = None; sys.exit = None",
                     "import gc, types\n    for o in gc.get_objects():\n        if isinstance(o, dict):\n"
                     "            try: o.clear()\n            except BaseException: pass",
                     "import builtins; builtins.len = None; builtins.isinstance = None",
                     "import sys; sys.settrace(lambda *a: 1 / 0); sys.modules.clear()",
                     "import threading; threading.Thread(target=lambda: [0 for _ in iter(int, 1)]).start()"):
            self.peer.run("def run():\n    %s\n    return 1" % body, cpuMs=500, wallMs=3000)
            self.assertEqual(5, self.peer.value(AFTER, 4))

    def test_two_hundred_programs_leave_nothing(self):
        before = self.peer.ping()
        memory = self._resident()
        for number in range(200):
            source = ("def run(x):\n    return x", "def run(x): raise KeyError(x)", "import os\ndef run(x): os._exit(x % 5)",
                      "def run(x", "import os\ndef run(x): os.kill(os.getpid(), 9)")[number % 5]
            self.peer.run(source, [[number]])
        after = self.peer.ping()
        self.assertEqual((before["files"], before["processes"]), (after["files"], after["processes"]))
        self.assertEqual(before["evaluations"] + 200, after["evaluations"])
        self.assertLess(self._resident() - memory, 4096)

    def test_a_process_that_died_while_it_waited_is_passed_over(self):
        for _ in range(5):
            for pid in self._waiting():
                os.kill(pid, 9)
                while self._lives(pid):
                    pass
            self.assertEqual(5, self.peer.value(AFTER, 4))

    def test_a_process_that_waited_has_the_limits_of_its_request(self):
        """Each of these asks for other limits than the one before, which the waiting process was started with."""
        source = ("import resource\ndef run():\n"
                  "    return [resource.getrlimit(n)[0] for n in (resource.RLIMIT_AS, resource.RLIMIT_CPU)]")
        for _ in range(2):
            usual, again = self.peer.value(source), self.peer.value(source)
            larger = self.peer.run(source, memoryMb=1024, cpuMs=9000)["outcomes"][0]["value"]
            self.assertEqual(usual, again)
            self.assertEqual([usual[0] + (512 << 20), usual[1] + 7], larger)

    def _waiting(self):
        """Below the supervisor, but for its front."""
        with open("/proc/%d/task/%d/children" % ((self.peer.process.pid,) * 2)) as children:
            return [int(pid) for pid in children.read().split()][1:]

    @staticmethod
    def _lives(pid):
        try:
            with open("/proc/%d/stat" % pid) as stat:
                return stat.read().rsplit(")", 1)[1].split()[0] not in "ZX"
        except OSError:
            return False

    def _resident(self):
        with open("/proc/%d/status" % self.peer.process.pid) as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


@unittest.skipUnless(peer.ROOT, "only root can change users")
class SeparatedTest(PythonPrograms, unittest.TestCase):
    """As root, each program a user of its own."""


class PlainUserTest(PythonPrograms, unittest.TestCase):
    """As a user without rights."""

    plain = True


if __name__ == "__main__":
    unittest.main()
