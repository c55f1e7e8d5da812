"""What runs in the process of a Python program: the last trusted lines before it and around it.

From the first line of the program on, nothing here can be relied on: it shares the interpreter. All it can win by
changing this code is what it may say anyway, its own values. The supervisor checks every byte that comes.
"""
import io
import json
import os
import random
import resource
import sys
import time
import types

import frames
import processes
import values

try:
    import guard
except ImportError:
    guard = None

CHANNEL = 0
SOURCE = "<program>"
LONGEST_DETAIL = 4000  # characters; the supervisor keeps no more of it
MOST_FINDINGS = 200
REHEARSAL = """
import math

def squares(numbers):
    return [n * n for n in numbers]

def run(number, text, row, table):
    total = sum(squares(range(number))) + math.floor(row[0])
    for word in sorted({text, "b"}):
        total += len(word) if word in table or number % 2 else 0
    return [total, "%s %d" % (text, number), (1.5, None), {"k": True}]
"""
_RESERVE = bytearray(1 << 20)  # given back when memory is out, so that this can be said
_AT_FIRST = []  # bytes of memory that this process had before it knew a program


def run():
    """Takes a program, loads it, runs it on its inputs, sends what comes of it, and never returns."""
    processes.close_others()
    _streams()
    _rehearse()
    _AT_FIRST.append(_most_memory())
    try:
        _send("started")
        _all_of_it()
    except MemoryError:
        _RESERVE.clear()
        _give_up("MEMORY_LIMIT", "there was no more memory to read the request or to send a value")
    except RecursionError:
        sys.setrecursionlimit(1000)
        _give_up("STACK_OVERFLOW", "the limit on recursion that it set is too low for its inputs to be read")
    finally:
        os._exit(0)


def _rehearse():
    """Does once what a request needs: what it touches of the memory shared with the nursery is copied now, while the
    child waits, and not on the time of a program."""
    if guard is not None:
        guard.check(REHEARSAL, "run")
    there = {}
    exec(compile(REHEARSAL, SOURCE, "exec", dont_inherit=True), there)
    encoder = values.Encoder(LONGEST_DETAIL)
    encoder.encode(there["run"](*[values.decode(a) for a in json.loads('[3, "a", [2.5], {"m": [["k", 1]]}]')]))
    frames.Fields().feed(frames.fields("run", "{}"))


def _all_of_it():
    program = _Program(_received())
    if program.load():
        _send("loaded")  # not before that does anything in this process know the inputs
        program.inputs(_received())
    _flush()
    _send("done")


def _most_memory():
    """Bytes of memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def _streams():
    sys.stdin = io.StringIO()
    sys.stdout, sys.stderr = (open(d, "w", encoding="utf-8", errors="replace", closefd=False) for d in (1, 2))
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr


def _received():
    """What the supervisor sends next: first the program, then its inputs."""
    reader, waiting = frames.Fields(), []
    while not waiting:
        data = os.read(CHANNEL, 1 << 20)
        if not data:
            os._exit(1)
        waiting = reader.feed(data)
    return json.loads(waiting[0][1])


def _flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            pass  # it may have been closed, or replaced by anything


def _send(*parts):
    frames.write_all(CHANNEL, frames.fields(*parts))


def _failed(status, detail):
    """Of this input and of all after it."""
    _send("failed", status, detail[:LONGEST_DETAIL])


def _give_up(status, detail):
    """The same, and the channel stays open until it was heard: inputs that still come must not find a closed end."""
    _failed(status, detail)
    while os.read(CHANNEL, 4096):
        pass


class _Program:
    """A program between its source and its values."""

    def __init__(self, request):
        self._source, self._entry = request["source"], request["entry"]
        self._guard, self._seed = request["guard"], request["seed"]
        self._memory = request["limits"]["memoryMb"] << 20
        self._encoder = values.Encoder(request["limits"]["resultBytes"])
        if "numpy" in sys.modules:
            self._encoder.numpy(sys.modules["numpy"])

    def load(self):
        """Whether there is a function to call; if not, it was said why."""
        code = self._compiled()
        if code is None or not self._allowed():
            return False
        _forget(self._seed)
        module = types.ModuleType("program")
        sys.modules["program"] = sys.modules["__main__"] = module
        try:
            exec(code, module.__dict__)
            _room()
            self._function = _entry(module, self._entry)
        except _Missing as problem:
            _failed("LOAD_ERROR", str(problem))
            return False
        except BaseException as problem:
            status, detail = self._said(problem)
            _failed(status, "before the entry point was called: " + detail)
            return False
        return True

    def _compiled(self):
        try:
            return compile(self._source, SOURCE, "exec", dont_inherit=True)
        except SyntaxError as problem:
            _failed("SYNTAX_ERROR", "line %s: %s" % (problem.lineno, problem.msg))
        except (MemoryError, RecursionError) as problem:
            if isinstance(problem, MemoryError) and 2 * (_most_memory() - _AT_FIRST[0]) > self._memory:
                _failed("MEMORY_LIMIT", "there was no more memory to compile the program")
            else:  # Python's parser calls it the end of memory, too, when its own stack is used up
                _failed("SYNTAX_ERROR", "the program is nested too deeply to be read")
        except (ValueError, OverflowError) as problem:
            _failed("SYNTAX_ERROR", str(problem))
        return None

    def _allowed(self):
        """Whether the guard lets the program run; what it found is sent before the program can say anything."""
        if self._guard == "off" or guard is None:
            return True
        try:
            found = [(int(line), str(rule), str(message)) for line, rule, message in
                     guard.check(self._source, self._entry)]
        except Exception as problem:
            found = [(0, "guard", "the guard could not read the program: %s" % problem)]
        found = [(line, rule, message[:values.LONGEST_TEXT]) for line, rule, message in found[:MOST_FINDINGS]]
        _send("findings", *["%d\t%s\t%s" % finding for finding in found])
        if found and self._guard == "strict":
            _failed("REJECTED", "\n".join(message for _, _, message in found))
            return False
        return True

    def inputs(self, given):
        for arguments in given:
            before = time.process_time_ns()
            try:
                status, text, detail = self._one(arguments)
            except RecursionError:  # there was no room for the sentence; here is more
                status, text, detail = "STACK_OVERFLOW", "", "RecursionError"
            if status in ("EXIT", "RESULT_TOO_LARGE"):
                _failed(status, detail)
                return
            _flush()
            _send("outcome", status, text, detail, time.process_time_ns() - before)

    def _one(self, arguments):
        try:
            value = self._function(*[values.decode(a) for a in arguments])
            _room()
            return "VALID", self._encoder.encode(value), ""
        except values.TooLarge as problem:
            return "RESULT_TOO_LARGE", "", str(problem)
        except BaseException as problem:
            status, detail = self._said(problem)
            return status, "", detail

    def _said(self, problem):
        """A status and a sentence for what a program threw."""
        _room()
        status = _status(problem)
        if status == "MEMORY_LIMIT":
            _RESERVE.clear()
        try:
            name = values.type_name(problem)
            said = values.text_of(lambda: str(problem))
        except BaseException:
            name, said = "an exception", "that cannot be printed"
        line = _line(problem)
        return status, "%s%s%s" % (name, ": " + said if said else "", " (line %d)" % line if line else "")


def _room():
    """Gives our own lines the stack that they need, where a program asked for less."""
    if _recursion_limit() < _DEPTH:
        _set_recursion_limit(_DEPTH)


# A program may put others in their place.
_recursion_limit, _set_recursion_limit = sys.getrecursionlimit, sys.setrecursionlimit
_DEPTH = _recursion_limit()

_STATUSES = (
    (MemoryError, "MEMORY_LIMIT"), (RecursionError, "STACK_OVERFLOW"), (TypeError, "TYPE_ERROR"),
    (SystemExit, "EXIT"))


_bases = type.__dict__["__mro__"].__get__


def _status(problem):
    """By the classes that it really is of: isinstance would ask the program."""
    for base in _bases(type(problem)):
        for kind, status in _STATUSES:
            if base is kind:
                return status
    return "EXCEPTION"


class _Missing(Exception):
    """There is no function of the entry point's name."""


def _entry(module, name):
    found = module
    for part in name.split("."):
        found = getattr(found, part, None)
    if not callable(found):
        there = [n for n, v in module.__dict__.items() if isinstance(v, types.FunctionType)]
        raise _Missing("there is no function %s; the program defines %s" % (name, ", ".join(there[:20]) or "none"))
    return found


def _line(problem):
    """The innermost line of the program that the exception went through; 0 if none."""
    try:
        line, trace = 0, problem.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == SOURCE:
                line = trace.tb_lineno
            trace = trace.tb_next
        return int(line)
    except BaseException:
        return 0


def _forget(seed):
    """Takes the worker's own modules out of reach of an import, and begins randomness anew."""
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [place for place in sys.path if os.path.abspath(place) != here]
    for name in OWN:
        sys.modules.pop(name, None)
    random.seed(seed)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(seed % (1 << 32))


OWN = ("__main__",) + tuple(name[:-3] for name in os.listdir(os.path.dirname(os.path.abspath(__file__)))
                            if name.endswith(".py"))
