"""Processes that were started before they are needed, each for one program: their start costs no request its time."""
import contextlib

import watch


class Waiting:
    """Children that wait for a program, with the limits that the last request asked for."""

    def __init__(self, size, kind, start, await_ready):
        """kind: the limits of the first; start(kind): a new child; await_ready(child, until): its first word, or Ended."""
        self._size, self._kind, self._start, self._await_ready = size, kind, start, await_ready
        self._children = []

    def refill(self):
        """Has started what is missing, without waiting. What cannot be is tried again when it is needed."""
        with contextlib.suppress(OSError):
            while len(self._children) < self._size:
                self._children.append(self._start(self._kind))

    def ready(self, kind, until):
        """A child of the kind that is ready; one that died while it waited is passed over. Raises Ended or OSError."""
        while True:
            waited = kind == self._kind and bool(self._children)
            child = self._take(kind)
            try:
                self._await_ready(child, until)
                return child
            except (watch.Ended, OSError):
                child.end()
                if not waited:
                    raise

    def _take(self, kind):
        """One that waits, or a new one."""
        if kind != self._kind:
            for child in self._children:
                child.end()
            self._kind, self._children = kind, []
        return self._children.pop(0) if self._children else self._start(kind)
