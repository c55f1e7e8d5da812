"""One thing of the set-up after another, each on a line: looked for first, had if it is missing. Knows none of the things."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from output import Line, Unavailable


@dataclass
class Step:
    """One thing: how to see that it is there, how it is had, and what goes on where it cannot be had."""

    name: str
    found: Callable[[], str]  # what is there, in words; empty when it is missing
    plan: str
    obtain: Callable[[], None]
    package: str = ""  # the Debian package it comes in
    without: str = ""  # empty: nothing goes on without it


def carry_out(step: Step) -> None:
    """Has one step, on one line of output; what can be done without is told and left out."""
    with Line(step.name) as line:
        try:
            line.text = step.found()
            if not line.text:
                line.text = step.plan
                step.obtain()
                line.text = step.found()
            if not line.text:
                raise Unavailable("It is still missing after `%s`." % step.plan, "Run: elm4j.py doctor")
        except Unavailable as e:
            if not step.without:
                raise
            remedy = e.remedy.rstrip(".") + "." if e.remedy else ""
            line.mark, line.text = "skip", "%s %s Until then %s." % (e.reason, remedy, step.without)
