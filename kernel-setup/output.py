"""What a person reads of the set-up: lines, short paths, and why something cannot be had. Knows no part of ELM4J."""
from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from pathlib import Path


class Unavailable(Exception):
    """Something cannot be had: why, what the reader can do about it, and the end of the log if there is one."""

    def __init__(self, reason: str, remedy: str, tail: str = ""):
        super().__init__(reason)
        self.reason, self.remedy, self.tail = reason, remedy, tail


class Line:
    """One line a step: mark, name, seconds, what came of it. On a terminal it counts the seconds while the step runs."""

    def __init__(self, name: str):
        self.name, self.mark, self.text, self.start, self.stop = name, "...", "", time.monotonic(), threading.Event()
        self.ticker = threading.Thread(target=self.tick, daemon=True) if sys.stdout.isatty() else None

    def __enter__(self) -> "Line":
        if self.ticker:
            self.ticker.start()
        return self

    def __exit__(self, kind, error, trace) -> None:
        self.stop.set()
        if self.ticker:
            self.ticker.join()
        self.mark = "FAIL" if error else "ok" if self.mark == "..." else self.mark
        say(("\r\033[K" if self.ticker else "") + self.now())

    def now(self) -> str:
        return "  %-4s  %-14s %6.1f s  %s" % (self.mark, self.name, time.monotonic() - self.start, self.text)

    def tick(self) -> None:
        while not self.stop.wait(0.2):
            sys.stdout.write("\r\033[K" + self.now()[: shutil.get_terminal_size().columns - 1])
            sys.stdout.flush()


def say(text: str = "") -> None:
    print(text, flush=True)


def short(path: Path) -> str:
    """A path as a person writes it, with ~ for the home folder."""
    text, home = str(path), str(Path.home())
    return "~" + text[len(home):] if text.startswith(home + os.sep) else text
