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
        answer = self.forged("send(frame(b'findings', *[b'1\\tx\\t' + b'\\xff' * 3000] * 200))", resultBytes=8 << 20)
        self.assertLess(len(peer.json.dumps(answer)), 1 << 20)
        answer = self.forged("send(frame(b'findings', *[b'1\\tx\\t' + b'\\xff' * 3000] * 5000))", resultBytes=8 << 20)
        self.assertLessEqual(len(answer["findings"]), 200)

    def test_a_number_of_a_finding_is_bounded(self):
        answer = self.forged("send(frame(b'findings', b'9' * 3000 + b'\\tx\\ty'))")
        self.assertTrue(all(0 <= finding["line"] < 1 << 31 for finding in answer["findings"]), answer["findings"])

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

    def test_findings_come_once(self):
        began = time.monotonic()
        answer = self.forged("while True: os.write(0, frame(b'findings') * 1000)", [[]] * 1000, cpuMs=20000)
        self.assertEqual("PROTOCOL", answer["status"])
        self.assertLess(time.monotonic() - began, 5)


if __name__ == "__main__":
    unittest.main()
