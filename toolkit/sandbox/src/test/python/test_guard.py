"""What the guard says of ordinary programs (nothing) and of attacks (something, at their line)."""

import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "main", "resources", "dev", "elm4j", "sandbox", "worker"))

import guard  # noqa: E402


def programs(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        parts = file.read().split("=== ")[1:]
    return {part.split("\n", 1)[0]: part.split("\n", 1)[1] for part in parts}


class GuardTest(unittest.TestCase):
    def test_ordinary_programs_have_no_finding(self):
        ordinary = programs("guard_ordinary.txt")
        self.assertGreaterEqual(len(ordinary), 40)
        for name, source in ordinary.items():
            with self.subTest(name):
                compile(source, name, "exec")
                self.assertEqual([], guard.check(source, "run"))

    def test_every_attack_has_a_finding_at_a_line_of_its_own(self):
        attacks = programs("guard_attacks.txt")
        self.assertGreaterEqual(len(attacks), 50)
        for name, source in attacks.items():
            with self.subTest(name):
                compile(source, name, "exec")
                findings = guard.check(source, "run")
                self.assertTrue(findings)
                for line, rule, message in findings:
                    self.assertTrue(1 <= line <= source.count("\n"), line)
                    self.assertRegex(rule, "^[a-z]+$")
                    self.assertLess(len(message), 200)
                    self.assertNotRegex(message, "[\t\n]")

    def test_pattern_attributes_are_read(self):
        if sys.version_info >= (3, 10):
            source = "def run(x):\n    match x:\n        case object(__class__=c):\n            return c\n"
            self.assertEqual([3], [line for line, _, _ in guard.check(source, "run")])

    def test_findings_are_sentences_in_the_order_of_lines(self):
        source = "import os\nfrom math import sqrt\ndef run():\n    return open('a')\n"
        self.assertEqual(
            [
                (1, "import", "the module os is not there for programs: compute with arguments and return a value"),
                (4, "file", "open opens files, and there are none: take arguments and return a value"),
            ],
            guard.check(source, "run"),
        )

    def test_sizes_are_bounded_and_long_sums_are_not_deep(self):
        self.assertEqual("size", guard.check("x = 1\n" * 20_000)[0][1])
        self.assertEqual("size", guard.check("x = [" + "1," * 30_000 + "]")[0][1])
        self.assertEqual("size", guard.check("x = " + "[" * 70 + "]" * 70)[0][1])
        self.assertEqual([], guard.check("x = " + " + ".join("1" * 200)))
        self.assertEqual("size", guard.check("x = " + " + ".join(["1"] * 2_000))[0][1])
        chain = "if x == 0:\n    y = 0\n" + "".join("elif x == %d:\n    y = 1\n" % i for i in range(100))
        self.assertEqual([], guard.check("x = 1\n" + chain))

    def test_sources_that_do_not_parse_are_left_to_the_interpreter(self):
        for source in ("def", "x = (", "\0", "x = " + "(" * 5_000, "\udc80", ""):
            self.assertEqual([], guard.check(source, "run"))

    def test_many_findings_are_cut_short(self):
        self.assertEqual(20, len(guard.check("import os\n" * 500)))


if __name__ == "__main__":
    unittest.main()
