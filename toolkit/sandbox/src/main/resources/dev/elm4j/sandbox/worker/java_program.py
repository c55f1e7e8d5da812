"""Java programs: compiled by a warm virtual machine that runs none, run by one that never runs another."""
import contextlib
import json
import signal
import time

import answers
import children
import evaluation
import frames
import java_virtual_machine
import waiting
import watch

COMPILER_HEAP = 192  # MB
CLASSES = 48 << 20   # bytes that the compiler may send for one program


class Compiler:
    """The compiling virtual machine; replaced whenever it did not answer in time or in order."""

    def __init__(self, nursery):
        self._nursery, self._child, self._ready = nursery, None, False

    def boot(self):
        """Has it started if there is none, without waiting."""
        if self._child is None:
            self._child = children.Child(self._nursery, "Compiler", 4, heapMb=COMPILER_HEAP)
            self._ready = False

    def await_ready(self, until):
        """until: when it must be ready, on the monotonic clock; raises Ended."""
        if self._child is not None and self._child.ended():
            self.drop()
        self.boot()
        if not self._ready:
            try:
                java_virtual_machine.await_ready(self._child, until)
            except (watch.Ended, OSError):
                self.drop()
                raise
            self._ready = True

    def drop(self):
        """A late answer must never be taken for the next program's: who missed a deadline is not asked again."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def ask(self, request, limits):
        """The fields of the answer of a compiler that is ready, after its id; raises Ended."""
        seen = watch.Watch(self._child, watch.Limits.compiling(limits), CLASSES)
        seen.begin()
        try:
            seen.send(frames.fields("compile", request["id"], request["source"], request["entry"], request["guard"]))
            frame = seen.frame()
        except watch.Ended as end:
            self.drop()
            raise watch.Ended("COMPILE_LIMIT", "the compiler was ended: " + end.detail)
        if len(frame) < 3 or frame[1] != request["id"].encode():
            self.drop()
            raise watch.Ended("COMPILE_LIMIT", "the compiler answered out of order")
        return [frame[0]] + frame[2:]


class JavaPrograms:
    """Runs Java programs, one after the other."""

    def __init__(self, nursery, pool):
        self._compiler = Compiler(nursery)
        self._pool = waiting.Waiting(
            pool, (512, 16),
            lambda kind: children.Child(nursery, "Runner", kind[1], heapMb=kind[0]), java_virtual_machine.await_ready)

    def open(self):
        """Waits for the compiler; the runners boot while the host is told."""
        self._compiler.await_ready(time.monotonic() + watch.START)

    def refill(self):
        """Starts what is missing, without waiting. What cannot be started now is tried again when it is needed."""
        with contextlib.suppress(OSError):
            self._compiler.boot()
        self._pool.refill()

    def run(self, request, answer):
        """Fills the answer."""
        limits = watch.Limits(request["limits"])
        began = time.monotonic()
        try:
            self._compiler.await_ready(began + watch.START)
            ready = time.monotonic()
            compiled = self._compiled(request, limits, answer)
        except watch.Ended as end:
            answer.ended(end.status, end.detail)
            return
        # The host waits for compiling and running together, and beside them for all that must start.
        compiling = time.monotonic() - ready
        limits.wall = min(limits.wall, limits.compile + limits.wall - compiling)
        self._execute(compiled, request, limits, answer, began + compiling + watch.START)

    def _compiled(self, request, limits, answer):
        with answer.timed("compileMs"):
            frame = self._compiler.ask(request, limits)
        kind = frame[0].decode("utf-8", "replace")
        if kind == "compiled" and len(frame) >= 3:
            answer.found(findings(frame[2]))
            return frame[1], frame[3:]
        if kind == "gaveup":
            self._compiler.drop()
        if kind == "rejected":
            found = findings(frame[1])
            answer.found(found)
            raise watch.Ended("REJECTED", "\n".join(f["message"] for f in found)[:answers.LONGEST_DETAIL])
        raise watch.Ended(_REFUSALS.get(kind, "COMPILE_LIMIT"), answers.words(frame[1] if len(frame) > 1 else b""))

    def _execute(self, compiled, request, limits, answer, until):
        main, classes = compiled
        try:
            with answer.timed("startMs"):
                child = self._pool.ready((request["limits"]["memoryMb"], limits.threads), until)
        except watch.Ended as end:
            answer.ended(end.status, end.detail)
            return
        seen = evaluation.watched(child, limits, len(request["inputs"]))
        seen.begin()
        try:
            seen.send(frames.fields(
                "run", main, request["entry"], request["seed"], limits.result, limits.threads, *classes))
            evaluation.follow(seen, answer, json.dumps(request["inputs"]))
        except watch.Ended as end:
            answer.ended(*_java_end(end, seen))
        finally:
            evaluation.finish(child, seen, answer)


_REFUSALS = {"error": "SYNTAX_ERROR", "entry": "LOAD_ERROR", "gaveup": "COMPILE_LIMIT", "failed": "COMPILE_LIMIT"}
_NO_MEMORY = "There is insufficient memory for the Java Runtime"
# How a virtual machine ends that finds no memory for itself; it says so on the one stream or the other.
_REPORT, _CODES = "#\n# " + _NO_MEMORY, (1, -signal.SIGABRT)


def _java_end(end, seen):
    """Who prints the same words and leaves with the same code is believed: that wins nothing."""
    seen.drain()
    if end.code in _CODES and any(_REPORT in stream.text() for stream in (seen.out, seen.err)):
        return "MEMORY_LIMIT", "the virtual machine found no more memory"
    return end.status, end.detail


def findings(data):
    """What the guard found, a line each."""
    lines = data.decode("utf-8", "replace").splitlines()
    return [evaluation.finding(line[:answers.LONGEST_DETAIL]) for line in lines if line.count("\t") >= 2]
