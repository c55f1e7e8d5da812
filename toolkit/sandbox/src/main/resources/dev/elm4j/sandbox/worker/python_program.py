"""Python programs: each runs in a fork of the supervisor, which has already imported what programs import."""
import gc
import os
import time

import answers
import children
import python_child
import values
import watch
from confine import Plan

IMPORTED = (
    "math", "cmath", "random", "itertools", "functools", "collections", "collections.abc", "re", "json", "string",
    "statistics", "heapq", "bisect", "typing", "dataclasses", "enum", "decimal", "fractions", "copy", "operator",
    "datetime", "time", "textwrap", "abc", "contextlib", "types", "numbers", "array", "queue", "threading")
STACK = 64 << 20  # bytes; deep recursion is an ordinary thing to try
SLACK = 65536     # bytes that a child may send beside its values, and per input


def prepare(numpy):
    """Imports once what programs are likely to import; answers numpy's version or None."""
    for name in IMPORTED:
        __import__(name)
    version = None
    if numpy:
        module = __import__("numpy")
        __import__("numpy.random")
        __import__("numpy.linalg")
        module.linalg.norm(module.ones((3, 3)) @ module.ones((3, 3)))
        version = module.__version__
    gc.collect()
    gc.freeze()  # a fork then copies fewer pages
    return version


def own_memory():
    """Address space of this process, in bytes: a program's limit counts from there."""
    with open("/proc/self/statm") as sizes:
        return int(sizes.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


class PythonPrograms:
    """Runs Python programs, one after the other."""

    def __init__(self, confinement, households):
        self._confinement, self._households = confinement, households
        self._base = own_memory()

    def run(self, request, answer):
        """Fills the answer."""
        limits = watch.Limits(request["limits"])
        uid = self._households.uid()
        plan = Plan(uid, self._base + limits.memory, int(limits.cpu) + 2,
                    limits.threads + 1 if uid is not None else None, 64, STACK)

        def body():
            self._confinement.enter(plan)
            python_child.run(request)

        child = children.Child(uid).start(body)
        seen = watch.Watch(child, limits, limits.result + SLACK * (1 + len(request["inputs"])))
        began = time.monotonic()
        try:
            began = self._follow(seen, answer, child)
        except watch.Ended as end:
            answer.ended(end.status, end.detail)
        finally:
            self._finish(child, seen, answer, began)

    def _follow(self, seen, answer, child):
        self._started(seen)
        began = time.monotonic()
        while True:
            if take(seen.frame(), answer):
                return began

    @staticmethod
    def _started(seen):
        """Anything that goes wrong before the child's first word is the sandbox's fault, not the program's."""
        try:
            first = seen.frame()
        except watch.Ended as end:
            raise watch.Ended("SANDBOX_ERROR", "the program's process did not start: %s %s"
                              % (end.detail, seen.err.text()))
        if first != [b"started"]:
            raise watch.Ended("SANDBOX_ERROR", "the program's process did not begin in order")

    def _finish(self, child, seen, answer, began):
        answer.timings["startMs"] = (began - child.started) * 1000
        answer.timings["runMs"] = (time.monotonic() - began) * 1000
        seen.drain()
        child.end()
        answer.dirty += self._households.leave(child.uid)
        answer.timings["cpuMs"] = child.cpu() * 1000
        answer.peak_mb = child.peak_mb()
        answer.stdout, answer.stderr = seen.out.text(), seen.err.text()
        answer.truncated = seen.out.truncated() or seen.err.truncated()


def take(frame, answer):
    """Puts a child's frame into the answer; whether it was the last. What is no such frame raises Ended."""
    kind = frame[0] if frame else b""
    try:
        if kind == b"outcome" and len(frame) == 5 and not answer.full():
            _outcome(frame, answer)
        elif kind == b"failed" and len(frame) == 3:
            _failed(frame, answer)
            return True
        elif kind == b"findings" and not answer.findings:
            answer.findings = [_finding(line) for line in frame[1:]]
        elif frame == [b"done"] and answer.full():
            return True
        else:
            raise values.Forged("a frame out of order")
    except (values.Forged, ValueError) as problem:
        raise watch.Ended("PROTOCOL", "the program wrote on the channel of the sandbox: %s" % problem)
    return False


def _outcome(frame, answer):
    status, cpu_ms = frame[1].decode("ascii"), min(abs(int(frame[4][:20])) / 1e6, 1e9)
    if status not in answers.OF_ONE_INPUT:
        raise values.Forged("no status of an input")
    if status == "VALID":
        answer.valid(values.checked(frame[2]), cpu_ms)
    else:
        answer.failed(status, answers.words(frame[3]), cpu_ms)


def _failed(frame, answer):
    status = frame[1].decode("ascii")
    if status not in answers.OF_THE_REST:
        raise values.Forged("no status of a program")
    answer.ended(status, answers.words(frame[2]))


def _finding(line):
    number, rule, message = answers.words(line).split("\t", 2)
    return {"line": int(number), "rule": rule, "message": message}
