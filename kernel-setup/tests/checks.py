"""The whole check: `elm4j.py test`. Each part runs test programs of its own, and their counts are added up.

A part never hides another: all run, whatever fails; the last line counts everything, and the exit code follows it.
"""
from __future__ import annotations

import contextlib
import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Dict, List, Optional
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import commands  # noqa: E402
from install_steps import browser_steps, ensure  # noqa: E402
from output import Line, Unavailable, say, short  # noqa: E402
from shell import tail  # noqa: E402
from toolkit_parts import maven  # noqa: E402

MAVEN_LIMIT, PART_LIMIT = 1500, 900  # seconds
LONG_TIMES = 12  # so much longer in the long form
MESSAGE_LINES, OTHER_LINES = 3, 6
PARTS = ("toolkit", "sandbox", "setup", "launcher", "notebooks", "wire", "browser")


@dataclass
class Counts:
    """What came of some tests."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    reasons: List[str] = field(default_factory=list)
    failures: List[str] = field(default_factory=list)  # name and first lines of each failed test, where they are known

    def add(self, other: "Counts") -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.reasons += other.reasons
        self.failures += other.failures

    def __str__(self) -> str:
        return "%d passed, %d failed, %d skipped" % (self.passed, self.failed, self.skipped)


def skip_reason(skipped) -> str:
    """The first line of why a test was skipped; an assumption's reason is in the text only."""
    said = skipped.get("message") or (skipped.text or "").strip().split("TestAbortedException: ", 1)[-1]
    return (said.splitlines() or ["no reason given"])[0][:200]


def surefire(repository: Path, since: float, wanted: Callable[[str], bool] = lambda module: True) -> Counts:
    """Adds up the reports that Maven's tests wrote since a moment, in the modules that are wanted."""
    counts = Counts()
    for report in sorted(repository.glob("toolkit/*/target/surefire-reports/TEST-*.xml")):
        if report.stat().st_mtime >= since and wanted(report.parents[2].name):
            suite = ElementTree.parse(report).getroot()
            tests, failures, errors, skipped = (int(suite.get(n, 0)) for n in ("tests", "failures", "errors", "skipped"))
            reasons = ["%s: %s" % (suite.get("name").rsplit(".", 1)[-1], skip_reason(s)) for s in suite.iter("skipped")]
            counts.add(Counts(tests - failures - errors - skipped, failures + errors, skipped, reasons, failed_tests(suite)))
    return counts


def failed_tests(suite: ElementTree.Element) -> List[str]:
    """Class and method of each failed test of a report, and the first lines of what it said."""
    failures = []
    for test in suite.iter("testcase"):
        for outcome in (child for child in test if child.tag in ("failure", "error")):
            said = outcome.get("message") or outcome.text or outcome.get("type") or "no message"
            lines = [line for line in said.splitlines() if line.strip()]
            failures.append("\n".join(["failed: %s.%s" % (test.get("classname"), test.get("name"))]
                                      + ["    " + line for line in lines[:MESSAGE_LINES]]))
    return failures


def other_failures(log: str) -> List[str]:
    """What Maven could not do beside tests: compiling, the style's check. Its advice at the end names none of it."""
    lines = [line[len("[ERROR] "):].rstrip() for line in log.splitlines() if line.startswith("[ERROR] ")]
    starts = [n for n, line in enumerate(lines) if line.startswith("Failed to execute goal") and "surefire" not in line]
    return ["failed: " + "\n    ".join(lines[n:n + OTHER_LINES]) for n in starts]


def unittests(text: str) -> Counts:
    """Reads the closing lines of Python's unittest; without them the program broke off, which is a failure."""
    ran = re.search(r"^Ran (\d+) tests? in ", text, re.M)
    end = re.search(r"^(?:OK|FAILED|NO TESTS RAN)(?: \((.*)\))?\s*$", text[ran.end():], re.M) if ran else None
    if not end:
        return Counts(failed=1)
    found = {name: int(count) for name, count in re.findall(r"(\w+)=(\d+)", end.group(1) or "")}
    failed = found.get("failures", 0) + found.get("errors", 0)
    skipped = found.get("skipped", 0)
    reasons = re.findall(r"\.\.\. skipped ['\"](.*)['\"]$", text, re.M)
    return Counts(max(0, int(ran.group(1)) - failed - skipped), failed, skipped, reasons)


class Suite:
    """Runs the parts and tells of each on one line."""

    def __init__(self, setup, options, more: Optional[Dict[str, str]] = None):
        self.setup, self.options, self.more = setup, options, more or {}
        self.shell, self.places, self.tails = setup.shell, setup.places, []
        self.since = 0.0  # when Maven ran all modules

    def run(self, name: str) -> Counts:
        with Line(name) as line:
            counts = {"toolkit": self.toolkit, "sandbox": self.sandbox}.get(name, lambda: self.python(name))()
            line.text, line.mark = str(counts), "FAIL" if counts.failed else "ok"
        for reason in counts.reasons:
            say("        skipped: " + reason)
        return counts

    def toolkit(self) -> Counts:
        """Compiles with warnings as errors, then tests, import arrows and style, in Maven's own order.

        The sandbox's tests are among them; where its part follows, that one counts them.
        """
        self.since = time.time() - 1
        return self.maven(lambda module: module != "sandbox" or self.options.only == "toolkit")

    def sandbox(self) -> Counts:
        """The sandbox's own module in every tier that this machine has, and the image.

        Maven runs the module once: with the toolkit, or alone.
        """
        def ours(module: str) -> bool:
            return module == "sandbox"

        counts = surefire(self.places.repository, self.since, ours) if self.since else self.maven(
            ours, "-pl", "toolkit/sandbox", "-am", "-Dtest=dev/elm4j/sandbox/**/*Test",
            "-Dsurefire.failIfNoSpecifiedTests=false")
        counts.add(self.python("sandbox"))
        return counts

    def maven(self, counted: Callable[[str], bool], *narrowed: str) -> Counts:
        since, repository, log = time.time() - 1, self.places.repository, self.places.logs / "verify.log"
        log.unlink(missing_ok=True)
        try:
            # Two modules at a time where they need not each other: the sandbox's tests wait a good deal.
            goals = maven(self.setup, "-T2", "verify", "-fae", *narrowed)
            self.shell.run("verify", goals, env=self.environ(), limit=self.limit(MAVEN_LIMIT))
            return surefire(repository, since, counted)
        except Unavailable as e:
            every, counts = surefire(repository, since), surefire(repository, since, counted)
            other = other_failures(log.read_text(encoding="utf-8", errors="replace") if log.exists() else "")
            self.tails += every.failures + other + [e.tail]
            counts.failed += bool(other) or not every.failed
            return counts

    def python(self, name: str) -> Counts:
        """All test programs whose names begin with that of the part."""
        tests, counts = sorted((self.places.setup / "tests").glob("test_%s*.py" % name)), Counts()
        for test in tests:
            counts.add(self.test_program(test))
        return counts if tests else Counts(failed=1)

    def test_program(self, test: Path) -> Counts:
        name = test.stem.replace("_", "-")
        log = self.places.logs / (name + ".log")
        log.unlink(missing_ok=True)
        try:
            self.shell.run(name, [self.places.python, test, "-v"], env=self.environ(), limit=self.limit(PART_LIMIT))
        except Unavailable as e:
            self.tails.append("%s\n%s" % (e.reason, tail(log, lines=40)))
            counts = unittests(log.read_text(encoding="utf-8", errors="replace"))
            counts.failed = max(1, counts.failed)
            return counts
        return unittests(log.read_text(encoding="utf-8", errors="replace"))

    def limit(self, seconds: int) -> int:
        return seconds * LONG_TIMES if self.options.long else seconds

    def environ(self) -> dict:
        long = {"ELM4J_LONG": "1"} if self.options.long else {}
        return dict(self.setup.build_env(), PYTHONDONTWRITEBYTECODE="1", **long, **self.more)


def run(setup, options) -> int:
    """Has what the tests need, runs the parts asked for, and ends with the line of counts."""
    if options.only and options.only not in PARTS:
        raise Unavailable("There is no part %r." % options.only, "Choose one of: " + ", ".join(PARTS))
    start = time.monotonic()
    commands.install(setup, options)
    ensure(setup, browser_steps(setup))
    setup.manifest.record(setup.places.home / "test-output")
    parts, total = [options.only] if options.only else PARTS, Counts()
    programs_run = {"toolkit", "sandbox"} & set(parts)
    with commands.sandbox_commands().for_tests(setup) if programs_run else contextlib.nullcontext() as more:
        suite = Suite(setup, options, more)
        for name in parts:
            total.add(suite.run(name))
    for text in suite.tails:
        say(text)
    say("%.0f s in all; logs in %s" % (time.monotonic() - start, short(setup.places.logs)))
    say(str(total))
    return 1 if total.failed else 0
