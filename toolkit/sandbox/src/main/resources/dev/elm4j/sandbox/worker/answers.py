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
    "VALID", "TYPE_ERROR", "EXCEPTION", "STACK_OVERFLOW", "MEMORY_LIMIT", "LOAD_ERROR", "RESULT_TOO_LARGE"))
# What the code in the child may say of the whole rest. A child cannot blame the sandbox.
OF_THE_REST = frozenset((
    "SYNTAX_ERROR", "TYPE_ERROR", "EXCEPTION", "STACK_OVERFLOW", "MEMORY_LIMIT", "RESULT_TOO_LARGE", "EXIT",
    "LOAD_ERROR", "REJECTED"))
LONGEST_DETAIL = 4000   # characters
SHORT_DETAIL = 100
ALL_DETAILS = 200_000
ROOM = 1 << 20          # of a frame, for everything but outcomes and streams


def words(data):
    """Text from a child, of bounded length and without halves of surrogate pairs."""
    return data.decode("utf-8", "replace")[:LONGEST_DETAIL]


class Answer:
    """Collects the outcomes of a request; the first word on how the rest ended stands."""

    def __init__(self, name, inputs, most):
        """most: bytes of all values together."""
        self._name, self._inputs = name, inputs
        self._left, self._words_left = most, ALL_DETAILS
        self._outcomes, self._end = [], None
        self.findings, self.dirty = [], []
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

    def first_findings(self):
        """Whether findings may come: before everything else, and once."""
        return not self.findings and not self._outcomes

    def full(self):
        return len(self._outcomes) >= self._inputs

    def valid(self, text, cpu_ms):
        """One more value, as the text of V; raises TooLarge."""
        self._left -= len(text)
        if self._left < 0:
            raise values.TooLarge("the values have more bytes than the limit")
        self._outcomes.append(("VALID", '{"status":"VALID","value":%s,"cpuMs":%s}' % (text, round(cpu_ms, 3))))

    def failed(self, status, detail, cpu_ms=0.0):
        """One more input without a value."""
        self._words_left -= len(detail)
        if self._words_left < 0:
            detail = detail[:SHORT_DETAIL]  # of a thousand inputs nobody reads every sentence
        outcome = {"status": status, "detail": detail, "cpuMs": round(cpu_ms, 3)}
        self._outcomes.append((status, json.dumps(outcome)))

    def ended(self, status, detail):
        """The status of every input that has none yet; after a forgery, of all."""
        if status == "PROTOCOL":
            self._outcomes = []
        if self._end is None:
            self._end = (status, detail)

    def text(self):
        """The answer as JSON."""
        status, detail = self._end or ("VALID", "")
        while not self.full():
            self.failed(status, detail)
        outcomes = ", ".join(text for _, text in self._outcomes)
        streams = (frames.LARGEST - len(outcomes) - ROOM) // 2
        wrong = next((s for s, _ in self._outcomes if s != "VALID"), None)
        if wrong is not None:
            detail = json.loads(next(text for s, text in self._outcomes if s == wrong))["detail"]
        elif self._inputs:
            status, detail = "VALID", ""
        head = {
            "id": self._name, "status": wrong or status, "detail": detail, "stdout": "", "stderr": "", "truncated": self.truncated, "findings": self.findings,
            "timings": {name: round(ms, 3) for name, ms in self.timings.items()}, "peakMb": self.peak_mb,
            "dirty": self.dirty}
        head["truncated"] |= self._cut(head, "stdout", self.stdout, streams)
        head["truncated"] |= self._cut(head, "stderr", self.stderr, streams)
        # the values are not parsed again: they were checked, and the host reads them as they are
        return json.dumps(head)[:-1] + ', "outcomes": [' + outcomes + "]}"

    @staticmethod
    def _cut(head, name, text, most):
        """Puts a stream into the head; whether it had to be cut to fit a frame, escapes and all."""
        fits = len(json.dumps(text)) <= most
        head[name] = text if fits else text[:most // 6]
        return not fits
