"""How `elm4j.py test` counts what came of the tests, on reports made for the purpose. Runs no Maven."""
import unittest
from unittest import mock

from in_folder import InFolder

import checks
from output import Unavailable
from places import Places


class Counting(InFolder):
    def test_closing_lines_of_unittest_are_added_up(self):
        text = "test_a ... skipped 'no browser'\n\nRan 7 tests in 1.0s\n\nFAILED (failures=1, errors=1, skipped=1)\n"
        counts = checks.unittests(text)
        self.assertEqual(str(counts), "4 passed, 2 failed, 1 skipped")
        self.assertEqual(counts.reasons, ["no browser"])

    def test_a_program_that_broke_off_has_failed(self):
        self.assertEqual(checks.unittests("Traceback").failed, 1)

    def test_reports_of_an_earlier_build_do_not_count(self):
        self.report('<testsuite name="a" tests="5" failures="1" errors="0" skipped="1"/>')
        self.assertEqual(str(checks.surefire(self.folder, 0)), "3 passed, 1 failed, 1 skipped")
        self.assertEqual(str(checks.surefire(self.folder, 1e12)), "0 passed, 0 failed, 0 skipped")

    FAILED = """<testsuite name="dev.elm4j.ATest" tests="3" failures="1" errors="1" skipped="0">
      <testcase name="passes" classname="dev.elm4j.ATest"/>
      <testcase name="counts(int)[2]" classname="dev.elm4j.ATest">
        <failure message="&#10;expected: 1&#10; but was: 2&#10;when 3&#10;in a long story" type="AssertionFailedError">at a</failure>
      </testcase>
      <testcase name="opens" classname="dev.elm4j.ATest$Inner"><error type="NPE">NPE\n\tat b</error></testcase>
    </testsuite>"""

    def report(self, text: str, module: str = "core") -> None:
        folder = self.folder / "toolkit" / module / "target/surefire-reports"
        folder.mkdir(parents=True)
        (folder / "TEST-a.xml").write_text(text)

    def suite(self, only: str = "", **shell) -> checks.Suite:
        """With something in place of Maven."""
        setup = self.setup_with()
        setup.places = Places(self.folder, setup.places.home, setup.places.jupyter)
        (self.folder / "pom.xml").write_text("<torch.version>1</torch.version>")
        suite = checks.Suite(setup, mock.Mock(long=False, only=only))
        suite.shell, setup.build_env = mock.Mock(**shell), dict
        suite.python = lambda name: checks.Counts(passed=100)
        return suite

    def test_a_failed_test_is_named_with_the_first_lines_of_what_it_said(self):
        self.report(self.FAILED)
        self.assertEqual(checks.surefire(self.folder, 0).failures, [
            "failed: dev.elm4j.ATest.counts(int)[2]\n    expected: 1\n     but was: 2\n    when 3",
            "failed: dev.elm4j.ATest$Inner.opens\n    NPE\n    \tat b"])

    def test_the_long_form_has_hours(self):
        suite = self.suite()
        for suite.options.long, hours in ((False, 0.5), (True, 5)):
            suite.toolkit()
            self.assertAlmostEqual(suite.shell.run.call_args.kwargs["limit"] / 3600, hours, delta=0.1)

    def test_the_names_come_before_the_end_of_mavens_log(self):
        self.report(self.FAILED)
        suite = self.suite(**{"run.side_effect": Unavailable("", "", "Maven's advice")})
        self.assertEqual(str(suite.toolkit()), "1 passed, 2 failed, 0 skipped")
        self.assertRegex("\n".join(suite.tails), r"(?s)^failed: .*counts.*failed: .*opens.*Maven's advice$")

    def test_what_else_maven_could_not_do_is_told_and_counted(self):
        self.report(self.FAILED)
        log = self.folder / "home/logs/verify.log"
        text = ("[ERROR] ATest.opens:3\n[ERROR] Failed to execute goal x:surefire-plugin:test: There are test failures.\n"
                "[ERROR] Failed to execute goal x:spotless:check: format violations:\n[ERROR]     src/A.java\n[ERROR] -> [Help 1]\n")

        def fail(*_, **__):
            log.parent.mkdir(parents=True)
            log.write_text(text)
            raise Unavailable("", "", "")

        suite = self.suite(**{"run.side_effect": fail})
        self.assertEqual(suite.toolkit().failed, 3)
        self.assertEqual(suite.tails[2], "failed: Failed to execute goal x:spotless:check: format violations:\n        "
                                         "src/A.java\n    -> [Help 1]")

    TESTS = '<testsuite name="a" tests="%d" failures="0" errors="0" skipped="0"/>'

    def test_the_sandboxs_tests_run_once_and_are_counted_by_their_own_part(self):
        self.report(self.TESTS % 5)
        self.report(self.TESTS % 7, "sandbox")
        suite = self.suite()
        self.assertEqual([suite.toolkit().passed, suite.sandbox().passed, suite.shell.run.call_count], [5, 107, 1])

    def test_a_part_alone_leaves_nothing_uncounted(self):
        self.report(self.TESTS % 5)
        self.report(self.TESTS % 7, "sandbox")
        self.assertEqual(self.suite(only="toolkit").toolkit().passed, 12)
        alone = self.suite(only="sandbox")
        self.assertEqual(alone.sandbox().passed, 107)
        self.assertIn("toolkit/sandbox", alone.shell.run.call_args.args[1])


if __name__ == "__main__":
    unittest.main()
