"""Python programs: each runs in a fork of the nursery, which has already imported what programs import."""
import collections
import gc
import json
import os
import time

import children
import evaluation
import frames
import python_child
import waiting
import watch
from confine import Plan

IMPORTED = (
    "math", "cmath", "random", "itertools", "functools", "collections", "collections.abc", "re", "json", "string",
    "statistics", "heapq", "bisect", "typing", "dataclasses", "enum", "decimal", "fractions", "copy", "operator",
    "datetime", "time", "textwrap", "abc", "contextlib", "types", "numbers", "array")
# Not threading: what it does after every fork takes longer than importing it in the few programs that want it.
FILES = 64        # open at once
STACK = 64 << 20  # bytes: deep recursion is an ordinary thing to try
WAITING = 2       # children that wait for a program: while one runs it, the nursery is busy with the next
SPARE_CPU = 2     # seconds that the kernel's limit is over the request's, which the supervisor sees to
FIRST = ("source", "entry", "guard", "seed", "limits")  # what a child is told at once; the inputs when it has loaded

# What a child must know before its program: bytes of memory, seconds of CPU, threads.
Kind = collections.namedtuple("Kind", "memory cpu threads")
USUAL = Kind(512 << 20, 4, 16)  # for the request that asks for nothing special


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


class Births:
    """In the nursery: forks for Python programs."""

    def __init__(self, confinement):
        self._confinement = confinement
        self._base = own_memory()

    def plan(self, uid, message):
        """What the next program is confined to."""
        return Plan(uid, self._base + message["memory"], message["cpu"], message["threads"] + 1, FILES, STACK)

    def body(self, plan, message):
        def body():
            self._confinement.enter(plan)
            python_child.run()

        return body


def await_ready(child, until):
    """Waits for the first word of a child; raises Ended."""
    evaluation.await_word(child, b"started", until)


class PythonPrograms:
    """In the front: runs Python programs, one after the other."""

    def __init__(self, nursery):
        self._waiting = waiting.Waiting(
            WAITING, USUAL,
            lambda kind: children.Child(nursery, "python", kind.threads, memory=kind.memory, cpu=kind.cpu), await_ready)

    def refill(self):
        """Starts what is missing, without waiting."""
        self._waiting.refill()

    def run(self, request, answer):
        """Fills the answer."""
        limits = watch.Limits(request["limits"])
        try:
            with answer.timed("startMs"):
                child = self._waiting.ready(
                    Kind(limits.memory, int(limits.cpu) + SPARE_CPU, limits.threads), time.monotonic() + watch.START)
        except watch.Ended as end:
            answer.ended(end.status, end.detail)
            return
        seen = evaluation.watched(child, limits, len(request["inputs"]))
        seen.begin()
        try:
            seen.send(frames.fields("run", json.dumps({name: request[name] for name in FIRST})))
            evaluation.follow(seen, answer, json.dumps(request["inputs"]), request["guard"] != "off")
        except watch.Ended as end:
            answer.ended(end.status, end.detail)
        finally:
            evaluation.finish(child, seen, answer)
