"""Programs with numpy, where the supervisor's Python has it."""
import unittest

import peer


class NumpyTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.peer = peer.Peer("--numpy")
        if cls.peer.hello["numpy"] is None:
            missing = ", ".join(cls.peer.hello["missing"])
            cls.peer.close()
            raise unittest.SkipTest("this Python lacks " + missing)

    @classmethod
    def tearDownClass(cls):
        cls.peer.close()

    def run_with(self, body, *arguments, **more):
        return self.peer.run("import numpy as np\ndef run(*x):\n    " + body, [list(arguments)], **more)

    def test_arrays_and_scalars_are_values(self):
        got = self.run_with("return [np.arange(6).reshape(2, 3), np.float64(0.5), np.int8(-3), np.bool_(True),"
                            " np.array([np.nan, np.inf]), np.str_('a'), np.array(7)]")
        self.assertEqual("VALID", got["status"], got)
        self.assertEqual([[[0, 1, 2], [3, 4, 5]], 0.5, -3, True, [{"d": "NaN"}, {"d": "Infinity"}], "a", 7],
                         got["outcomes"][0]["value"])

    def test_the_seed_decides_randomness(self):
        body = "return [np.random.rand(3), np.random.randint(1000)]"
        one, two, other = (self.run_with(body, seed=seed)["outcomes"][0].get("value") for seed in (5, 5, 6))
        self.assertIsNotNone(one)
        self.assertEqual(one, two)
        self.assertNotEqual(one, other)

    def test_linear_algebra_runs_in_one_thread(self):
        got = self.run_with("import os\n    a = np.eye(200) * 2\n    return [float(np.linalg.det(a[:3, :3])),"
                            " float((a @ a)[0, 0]), [float(e) for e in np.linalg.eigvalsh(a)[:2]]]")
        self.assertEqual("VALID", got["status"], got)
        self.assertEqual([4.0, [2.0, 2.0]], got["outcomes"][0]["value"][1:])
        self.assertAlmostEqual(8.0, got["outcomes"][0]["value"][0])

    def test_memory_and_size_have_their_limits(self):
        self.assertEqual("MEMORY_LIMIT", self.run_with("return np.ones(1 << 30).sum()")["status"])
        self.assertEqual("RESULT_TOO_LARGE", self.run_with("return np.ones(1 << 22)")["status"])
        self.assertEqual("VALID", self.run_with("return float(np.ones(1 << 22).sum())")["status"])

    def test_it_reads_and_writes_no_files(self):
        for body in ("np.save('/tmp/a.npy', np.ones(3))", "return np.fromfile('/etc/passwd', dtype='u1')[:3]",
                     "np.memmap('/tmp/a', mode='w+', shape=3)"):
            self.assertEqual("EXCEPTION", self.run_with(body)["status"], body)


if __name__ == "__main__":
    unittest.main()
