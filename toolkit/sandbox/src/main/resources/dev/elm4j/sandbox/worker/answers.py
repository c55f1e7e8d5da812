"""What goes back to the host for a request."""
import contextlib
import json
import time

import frames
import values

STATUSES = frozenset((
    "VALID", "TIMEOUT", "SYNTAX_ERROR", "TYPE_ERROR", "EXCEPTION", "STACK_OVERFLOW", "MEMORY_LIMIT", "OUTPUT_LIMIT",
    "RESULT_TOO_LARGE", "EXIT", "CRASH", "LOAD_ERROR", "COMPILE_LIMIT", "REJECTED", "PROTOCOL", "SANDBOX_ERROR"))
# What one input may come to while the process goes on to the next.
OF_ONE_INPUT = frozenset((
    "VALID", "TYPE_ERROR", "EXCEPTION", "STACK_OVERFLOW", "MEMORY_LIMIT", "RESULT_TOO_LARGE"))
# What the code in the child may say of the whole rest. A child cannot blame the sandbox.
OF_THE_REST = frozenset(("TYPE_ERROR", "EXCEPTION", "STACK_OVERFLOW", "MEMORY_LIMIT", "RESULT_TOO_LARGE", "EXIT"))
# ... and before it knew an input: the host quotes what is said with these, so a program that runs must not have them.
OF_LOADING = OF_THE_REST | {"SYNTAX_ERROR", "LOAD_ERROR", "REJECTED"}
LONGEST_DETAIL = 4000   # characters
SHORT_DETAIL = 100
ALL_DETAILS = 200_000   # bytes as JSON, of the details of all inputs; as many again of short ones
MOST_FINDINGS = 200     # and ALL_DETAILS bytes of them
MOST_INPUTS = 100_000   # of a request: so many outcomes fit a frame, whatever becomes of them
ROOM = 1 << 20          # of a frame, for everything but outcomes and streams


def words(data):
    """Text from a child, of bounded length and without halves of surrogate pairs."""
    return data.decode("utf-8", "replace")[:LONGEST_DETAIL]


def _bytes(text):
    return len(text) if text.isascii() else len(text.encode("utf-8"))


class Answer:
    """Collects the outcomes of a request; the first word on how the rest ended stands."""

    def __init__(self, name, inputs, most):
        """most: bytes of all values together."""
        self._name, self._inputs = name, inputs
        self._left, self._words_left = most, ALL_DETAILS
        self._outcomes, self._end = [], None
        self._findings, self.dirty = [], []
        self.stdout = self.stderr = ""
        self.truncated = False
        self.timings = {"compileMs": 0.0, "startMs": 0.0, "runMs": 0.0, "cpuMs": 0.0}
        self.peak_mb = 0

    @contextlib.contextmanager
    def timed(self, name):
        """Adds the time of a block to a timing."""
        began = time.monotonic()
        try:
            yield
        finally:
            self.timings[name] += (time.monotonic() - began) * 1000

    def found(self, findings):
        """What a guard found; as much of it as anybody would read."""
        left = ALL_DETAILS
        for finding in findings[:MOST_FINDINGS]:
            left -= len(json.dumps(finding))
            if left >= 0:
                self._findings.append(finding)

    def full(self):
        return len(self._outcomes) >= self._inputs

    def expect(self, size):
        """Before a value of so many bytes is looked at; raises TooLarge."""
        if size > self._left:
            raise values.TooLarge("the values have more bytes than the limit")

    def valid(self, text, cpu_ms):
        """One more value, as the text of V; raises TooLarge."""
        size = _bytes(text)
        self.expect(size)
        self._left -= size
        self._outcomes.append(("VALID", '{"status":"VALID","value":%s,"cpuMs":%s}' % (text, round(cpu_ms, 3))))

    def failed(self, status, detail, cpu_ms=0.0):
        """One more input without a value."""
        outcome = {"status": status, "detail": self._affordable(detail), "cpuMs": round(cpu_ms, 3)}
        self._outcomes.append((status, json.dumps(outcome)))

    def _affordable(self, detail):
        """Of a thousand inputs nobody reads every sentence."""
        if self._words_left > 0:
            self._words_left -= len(json.dumps(detail))
            if self._words_left > 0:
                return detail
        short = detail[:SHORT_DETAIL]
        self._words_left -= len(json.dumps(short))
        return short if self._words_left > -ALL_DETAILS else ""

    def ended(self, status, detail):
        """The status of every input that has none yet; after a forgery, of all."""
        if status == "PROTOCOL":
            self._outcomes = []
        if self._end is None:
            self._end = (status, detail)

    def text(self):
        """The answer as JSON; it fits a frame, whatever came."""
        whole = self._whole()
        return whole if _bytes(whole) <= frames.LARGEST else self._least()

    def _least(self):
        """The answer without anything that a program said."""
        status = "RESULT_TOO_LARGE"
        head = self._head(status, "the answer has more bytes than a frame may have")
        head.update(truncated=True, findings=[], dirty=[str(d)[:SHORT_DETAIL] for d in self.dirty[:MOST_FINDINGS]])
        return self._joined(head, ",".join(['{"status":"%s"}' % status] * self._inputs))

    def _whole(self):
        status, detail = self._end or ("VALID", "")
        while not self.full():
            self.failed(status, detail)
        outcomes = ", ".join(text for _, text in self._outcomes)
        streams = max(0, (frames.LARGEST - _bytes(outcomes) - ROOM) // 2)
        wrong = next((s for s, _ in self._outcomes if s != "VALID"), None)
        if wrong is not None:
            detail = json.loads(next(text for s, text in self._outcomes if s == wrong))["detail"]
        elif self._inputs:
            status, detail = "VALID", ""
        head = self._head(wrong or status, detail)
        head["truncated"] |= self._cut(head, "stdout", self.stdout, streams)
        head["truncated"] |= self._cut(head, "stderr", self.stderr, streams)
        return self._joined(head, outcomes)

    def _head(self, status, detail):
        return {
            "id": self._name, "status": status, "detail": detail, "stdout": "", "stderr": "",
            "truncated": self.truncated, "findings": self._findings,
            "timings": {name: round(ms, 3) for name, ms in self.timings.items()}, "peakMb": self.peak_mb,
            "dirty": self.dirty}

    @staticmethod
    def _joined(head, outcomes):
        # the values are not parsed again: they were checked, and the host reads them as they are
        return json.dumps(head)[:-1] + ', "outcomes": [' + outcomes + "]}"

    @staticmethod
    def _cut(head, name, text, most):
        """Puts a stream into the head; whether it had to be cut to fit a frame, escapes and all."""
        fits = len(json.dumps(text)) <= most
        head[name] = text if fits else text[:most // 6]
        return not fits


def refusal(name, detail):
    """The answer to a request that is not tried, without outcomes: the host counts it as no answer."""
    refused = Answer(name, 0, 0)
    refused.ended("SANDBOX_ERROR", detail)
    return refused.text()
