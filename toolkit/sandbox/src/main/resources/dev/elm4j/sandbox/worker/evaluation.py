"""A program's process from its start to the answer: the same for both languages. Nothing that it sends is trusted."""
import contextlib
import time

import answers
import frames
import values
import watch

SLACK = 16384  # bytes that a child may send beside its values, and per input
FIELDS = 5     # of a frame


def watched(child, limits, inputs):
    """The watch over a program's process."""
    reader = frames.Fields(FIELDS, limits.result + 2 * SLACK, {b"findings": 1 + answers.MOST_FINDINGS})
    return watch.Watch(child, limits, 2 * limits.result + SLACK * (2 + inputs), reader)


def await_word(child, word, until):
    """Waits for the first frame of a child; anything else is the sandbox's fault, not a program's. Raises Ended."""
    seen = watch.Watch(child, watch.Limits.boot(watch.START), SLACK).start_by(until)
    try:
        frame = seen.frame()
    except watch.Ended as end:
        said = "%s %s" % (end.detail, seen.err.text())
        raise watch.Ended("SANDBOX_ERROR", "the process for a program did not start: " + said.strip())
    if frame != [word]:
        raise watch.Ended("SANDBOX_ERROR", "the process for a program did not begin in order")
    if not seen.is_quiet():
        raise watch.Ended("SANDBOX_ERROR", "the process for a program died while it waited")


def follow(seen, answer, inputs, findings=False):
    """Takes frames until the last; raises Ended.

    inputs: as JSON. The child gets them once it has said that its program is loaded, and not before: what it says until
    then quotes none of them. findings: whether a guard in the child speaks first.
    """
    if _loads(seen, answer, findings):
        seen.send(frames.fields("inputs", inputs))
        while not take(seen.frame(), answer):
            pass


def _loads(seen, answer, findings):
    """Whether the program was loaded; if not, the answer holds why."""
    frame = seen.frame()
    with _telling():
        if findings and frame[:1] == [b"findings"]:
            answer.found([finding(answers.words(line)) for line in frame[1:]])
            frame = seen.frame()
        if _is_failed(frame):
            _failed(frame, answer, answers.OF_LOADING)
        elif frame != [b"loaded"]:
            raise values.Forged("a frame out of order")
    return frame == [b"loaded"]


def finish(child, seen, answer):
    """Ends the child, and puts into the answer what it printed and used."""
    now = time.monotonic()
    seen.drain()
    answer.dirty += child.end()
    answer.timings["runMs"] = (now - child.begun) * 1000
    answer.timings["cpuMs"] = child.cpu() * 1000
    answer.peak_mb = child.peak_mb
    answer.stdout, answer.stderr = seen.out.text(), seen.err.text()
    answer.truncated = seen.out.truncated() or seen.err.truncated()


def take(frame, answer):
    """Puts the frame of a loaded program into the answer; whether it was the last. What is no such raises Ended."""
    with _telling():
        if frame[:1] == [b"outcome"] and len(frame) == 5 and not answer.full():
            _outcome(frame, answer)
            return False
        if _is_failed(frame):
            _failed(frame, answer, answers.OF_THE_REST)
        elif frame != [b"done"] or not answer.full():
            raise values.Forged("a frame out of order")
    return True


@contextlib.contextmanager
def _telling():
    """Ends a program by what is wrong with its frame."""
    try:
        yield
    except values.TooLarge as problem:
        raise watch.Ended("RESULT_TOO_LARGE", str(problem))
    except (values.Forged, ValueError) as problem:
        raise watch.Ended("PROTOCOL", "the program wrote on the channel of the sandbox: %s" % problem)


def _is_failed(frame):
    return frame[:1] == [b"failed"] and len(frame) == 3


def _outcome(frame, answer):
    status, cpu_ms = frame[1].decode("ascii"), min(abs(int(frame[4][:20])) / 1e6, 1e9)
    if status not in answers.OF_ONE_INPUT:
        raise values.Forged("no status of an input")
    if status == "VALID":
        answer.expect(len(frame[2]))
        answer.valid(values.checked(frame[2]), cpu_ms)
    else:
        answer.failed(status, answers.words(frame[3]), cpu_ms)


def _failed(frame, answer, statuses):
    status = frame[1].decode("ascii")
    if status not in statuses:
        raise values.Forged("no status of a program")
    answer.ended(status, answers.words(frame[2]))


def finding(line):
    """A finding of a guard: its line, a tab, its rule, a tab, its message."""
    number, rule, message = line.split("\t", 2)
    return {"line": int(number[:9]), "rule": rule, "message": message}
