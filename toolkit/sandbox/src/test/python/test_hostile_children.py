"""Children that say more than their share: whatever they send, their supervisor lives, answers in time and stays small."""
import os
import time
import unittest

import peer
import frames

FORGE = ("import os, struct\ndef frame(*f):\n    b = struct.pack('>I', len(f))\n"
         "    for x in f: b += struct.pack('>I', len(x)) + x\n    return b\n"
         "def send(b):\n    while b: b = b[os.write(0, b[:65536]):]\n"
         "def run(*given):\n    %s\n    return 'own'")


class HostileChildrenTest(unittest.TestCase):

    def setUp(self):
        self.peer = peer.Peer()
        self.process = self.peer.process.pid

    def tearDown(self):
        """It is the same supervisor still, and answers the next program."""
        self.assertEqual(42, self.peer.value("def run(x): return x + 1", 41))
        self.assertEqual(2, self.peer.ping()["processes"])  # those that wait
        self.peer.close()

    def forged(self, statement, inputs=((),), **limits):
        answer = self.peer.run(FORGE % statement, inputs, **limits)
        self.assertEqual(len(inputs), len(answer["outcomes"]))
        return answer

    # the size of an answer

    def test_findings_are_bounded(self):
        import answers, evaluation
        answer = answers.Answer("n", 1, 100)
        answer.found([evaluation.finding("9" * 3000 + "\tx\t" + "\ufffd" * 3000)] * 5000)
        said = peer.json.loads(answer.text())
        self.assertLess(len(peer.json.dumps(said)), 1 << 20)
        self.assertTrue(0 < len(said["findings"]) <= 200)
        self.assertTrue(all(0 <= finding["line"] < 1 << 31 for finding in said["findings"]))

    def test_findings_of_a_program_are_no_answer(self):
        for guard in ("off", "warn"):
            for source in (FORGE % "send(frame(b'findings', b'1\\tx\\tmine'))",
                           FORGE % "" + "\nsend(frame(b'findings', b'1\\tx\\tmine'))"):
                answer = self.peer.run(source, guard=guard)
                self.assertEqual("PROTOCOL", answer["status"])
                self.assertNotIn("mine", peer.json.dumps(answer["findings"]))

    # what only a program may say that has not seen its inputs

    def test_who_knows_the_inputs_was_loaded(self):
        for status in ("SYNTAX_ERROR", "LOAD_ERROR", "REJECTED"):
            for frame in ("b'failed', b'%s', b'mine'", "b'outcome', b'%s', b'', b'mine', b'0'"):
                answer = self.forged("send(frame(%s))" % (frame % status))
                self.assertEqual("PROTOCOL", answer["status"], frame)
                self.assertNotIn("mine", peer.json.dumps(answer))

    def test_nothing_holds_the_inputs_while_a_program_is_loaded(self):
        look = ("import sys, gc\nf, seen = sys._getframe(), []\nwhile f:\n    seen.append(repr(f.f_locals))\n    f = f.f_back\n"
                "seen += [repr(o) for o in gc.get_objects() if type(o) in (list, dict)]\n"
                "raise ValueError('4711' + '22' in repr(seen))\ndef run(x): return x")
        self.assertEqual("before the entry point was called: ValueError: False (line 7)",
                         self.peer.run(look, [[471122]])["detail"])

    def test_who_takes_the_inputs_while_it_is_loaded_was_loaded(self):
        early = (FORGE % "" + "\nsend(frame(b'loaded'))\ntaken = os.read(0, 65536)\n"
                 "send(frame(b'failed', b'LOAD_ERROR', taken))\nos._exit(0)")
        answer = self.peer.run(early, [["mine"]])
        self.assertEqual("PROTOCOL", answer["status"])
        self.assertNotIn("mine", peer.json.dumps(answer))
        for frame in ("b'outcome', b'VALID', b'1', b'', b'0'", "b'done'"):
            self.assertEqual("PROTOCOL", self.peer.run(FORGE % "" + "\nsend(frame(%s))" % frame)["status"])

    def test_values_are_counted_in_bytes(self):
        """Of a letter with three bytes the frame takes three."""
        value = "send(frame(b'outcome', b'VALID', b'\"' + b'\\xe2\\x82\\xac' * (%d) + b'\"', b'', b'0') + frame(b'done'))"
        self.assertEqual("RESULT_TOO_LARGE", self.forged(value % 400, resultBytes=1000)["status"])
        self.assertEqual("RESULT_TOO_LARGE", self.forged(value % 2_800_000, resultBytes=8 << 20)["status"])
        # longer than any honest field
        self.assertEqual("PROTOCOL", self.forged(value % 5_592_000, resultBytes=8 << 20)["status"])

    def test_the_details_of_many_inputs_are_bounded(self):
        detail = "send(frame(b'outcome', b'EXCEPTION', b'', b'\\xff' * 100, b'0') * 50000 + frame(b'done'))"
        self.assertEqual("EXCEPTION", self.forged(detail, [[]] * 50000, cpuMs=10000, resultBytes=8 << 20)["status"])

    def test_as_many_inputs_as_there_may_be_are_answered(self):
        answer = self.peer.run("def run():\n    while True: pass", [[]] * 100_000, cpuMs=300)
        self.assertEqual(("TIMEOUT", 100_000), (answer["status"], len(answer["outcomes"])))
        self.assertEqual("CPU time over 0.3 s", answer["detail"])

    def test_more_inputs_than_that_are_refused(self):
        answer = self.peer.run("def run():\n    while True: pass", [[]] * 600_000, cpuMs=300)
        self.assertEqual("SANDBOX_ERROR", answer["status"])
        self.assertIn("100,000", answer["detail"])

    def test_what_does_not_fit_a_frame_has_an_answer(self):
        import answers
        answer = answers.Answer("n", 100_000, 8 << 20)
        answer.dirty = ["x" * frames.LARGEST]
        text = answer.text()
        self.assertLess(len(text.encode()), frames.LARGEST)
        said = peer.json.loads(text)
        self.assertEqual(("RESULT_TOO_LARGE", 100_000), (said["status"], len(said["outcomes"])))
        self.assertEqual({"RESULT_TOO_LARGE"}, {outcome["status"] for outcome in said["outcomes"]})

    # its work and memory

    def _front(self):
        """The process that reads what children send."""
        with open("/proc/%d/task/%d/children" % (self.process, self.process)) as children:
            return children.read().split()[0]

    def _processor_seconds(self):
        """Of the supervisor's own processes: how long it takes by the clock is the machine's affair."""
        ticks = 0
        for process in (self.process, self._front()):
            with open("/proc/%s/stat" % process) as stat:
                ticks += sum(map(int, stat.read().rpartition(")")[2].split()[11:13]))
        return ticks / os.sysconf("SC_CLK_TCK")

    def _most_memory(self):
        """The most that the process which reads what programs send ever had, in MB."""
        with open("/proc/%s/status" % self._front()) as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) // 1024

    def test_a_value_beyond_the_limit_is_not_even_read(self):
        value = "send(frame(b'outcome', b'VALID', b'[' + b'[],' * (%d) + b'[]]', b'', b'0'))"
        for limit, count in ((1 << 20, 350_000), (64, 1000)):
            answer = self.forged(value % count, resultBytes=limit, cpuMs=20000)
            self.assertEqual("RESULT_TOO_LARGE", answer["status"])
        self.assertEqual("PROTOCOL", self.forged(value % 700_000, resultBytes=1 << 20)["status"])
        before = self._most_memory()
        self.forged(value % 9_000_000, [[]] * 1600, resultBytes=1 << 20, cpuMs=20000)
        self.assertLess(self._most_memory() - before, 32)

    def test_many_small_values_do_not_take_long(self):
        value = "send(frame(b'outcome', b'VALID', b'[' + b'[],' * %d + b'[]]', b'', b'0') + frame(b'done'))"
        began = self._processor_seconds()
        self.assertEqual("VALID", self.forged(value % 2_700_000, resultBytes=8 << 20, cpuMs=20000)["status"])
        self.assertLess(self._processor_seconds() - began, 10)
        self.assertLess(self._most_memory(), 450)

    # limits

    def test_limits_hold_while_frames_keep_coming(self):
        source = ("one = frame(b'outcome', b'VALID', b'1', b'', b'0')\n    while True: os.write(0, one)")
        answer = self.forged(source, [[]] * 100_000, cpuMs=60)
        self.assertEqual("TIMEOUT", answer["status"])
        self.assertEqual("VALID", answer["outcomes"][0]["status"])
        self.assertLess(answer["timings"]["cpuMs"], 200)

    def test_large_inputs_are_sent_while_a_program_floods(self):
        source = FORGE % "" + "\nsend(frame(b'loaded'))\nwhile True: send(b'\\0\\0\\0\\1\\0\\0\\0\\0' * 9999)"
        self.assertIn(self.peer.run(source, [["x" * (4 << 20)]], cpuMs=500)["status"], ("PROTOCOL", "TIMEOUT", "RESULT_TOO_LARGE"))


if __name__ == "__main__":
    unittest.main()
