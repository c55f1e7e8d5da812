"""One evaluation, from the side that is trusted: takes what a child sends, and ends it when it went over a limit."""
import os
import select
import signal
import time

import frames
import memory

DRAIN = 64  # a stream may be so many times longer than what is kept of it
PART = 65536
PROCESSORS = os.cpu_count() or 1
THREADS = 0.02  # seconds between looks at the number of threads, where no limit of the kernel's holds
START = 20.0  # seconds on the clock that all processes of a request may take to start; the host waits for 30
STEP = 0.0015  # seconds between looks at the clock of a child that is about to reach its limit


_host = []  # the descriptor whose other end is the host's, once it is known


def end_with(descriptor):
    """From now on every watch ends this process when the other side of the descriptor is closed: nobody waits."""
    _host[:] = [descriptor]


class Limits:
    """A request's limits, in seconds and bytes."""

    def __init__(self, given):
        self.cpu = given["cpuMs"] / 1000
        self.wall = given["wallMs"] / 1000
        self.compile = given["compileMs"] / 1000
        self.memory = given["memoryMb"] << 20
        self.output = given["outputBytes"]
        self.result = given["resultBytes"]
        self.threads = given["threads"]

    @staticmethod
    def compiling(limits):
        """For the compiler: CPU time decides here too; the clock may go on into the time of the program."""
        return Limits({"cpuMs": limits.compile * 1000, "wallMs": (limits.compile + limits.wall / 2) * 1000,
                       "compileMs": 0, "memoryMb": 1024, "outputBytes": 65536, "resultBytes": 0, "threads": 1})

    @staticmethod
    def boot(seconds):
        """For trusted work: so long on the clock, whatever CPU time that takes."""
        return Limits({"cpuMs": 86_400_000, "wallMs": seconds * 1000, "compileMs": 0, "memoryMb": 1024,
                       "outputBytes": 65536, "resultBytes": 0, "threads": 1})


class Stream:
    """What is kept of stdout or stderr."""

    def __init__(self, most):
        self._most, self._flood = most, DRAIN * max(most, 1024)
        self._kept, self._length = bytearray(), 0

    def take(self, data):
        self._length += len(data)
        self._kept += data[:max(0, self._most - len(self._kept))]

    def flooded(self):
        return self._length > self._flood

    def truncated(self):
        return self._length > len(self._kept)

    def text(self):
        return self._kept.decode("utf-8", "replace")


class Ended(Exception):
    """The child will send no more: a status and a sentence about why.

    code: with which its process ended by itself, a signal as a negative number; None if it did not, or that is no news.
    """

    def __init__(self, status, detail, code=None):
        super().__init__(status, detail)
        self.status, self.detail, self.code = status, detail, code


class Watch:
    """Waits for a child's frames within its limits."""

    def __init__(self, child, limits, most, reader=None):
        """Gives the child time to start; limits: from begin() on; most: bytes that the child may send in all."""
        self._child, self._limits, self._left = child, Limits.boot(START), most
        self._granted, self._end = limits, None
        self.out, self.err = Stream(limits.output), Stream(limits.output)
        self._reader, self._waiting = reader or frames.Fields(), []
        self._poll = select.poll()
        self._open = {child.channel: None, child.out: self.out, child.err: self.err}
        for descriptor in self._open:
            self._poll.register(descriptor, select.POLLIN)
        for descriptor in _host:
            self._poll.register(descriptor, 0)  # only that it was hung up
        self._deadline, self._looked = time.monotonic() + START, 0.0
        self._parallel = min(limits.threads, PROCESSORS)

    def start_by(self, moment):
        """The child has until then to start, on the monotonic clock, where that is less than START."""
        self._deadline = min(self._deadline, moment)
        return self

    def begin(self):
        """The program begins: its limits count from here."""
        self._limits = self._granted
        self._deadline = time.monotonic() + self._limits.wall
        self._child.begin()

    def send(self, data):
        """Writes to the child, and takes meanwhile what it sends; raises Ended."""
        left = memoryview(data)
        self._poll.modify(self._child.channel, select.POLLIN | select.POLLOUT)
        while left:
            for descriptor, event in self._step():
                if descriptor == self._child.channel and event & select.POLLOUT:
                    left = left[self._write(left):]
        self._poll.modify(self._child.channel, select.POLLIN)

    def _write(self, data):
        try:
            return os.write(self._child.channel, data[:PART])
        except BlockingIOError:
            return 0
        except OSError:
            self._over(self._death())
            raise self._end

    def frame(self):
        """The next frame, a list of byte strings; raises Ended."""
        while not self._waiting:
            self._step()
        return self._waiting.pop(0)

    def is_quiet(self):
        """Whether the child holds its end of the channel open, and sent nothing that was not taken."""
        look = select.poll()
        look.register(self._child.channel, select.POLLIN)
        return not self._waiting and not look.poll(0)

    def _step(self):
        if self._end is not None:
            raise self._end
        # The channel first, and what came on it counts before any end: what a program did later must not make it look
        # as if its process had never started.
        events = sorted(self._poll.poll(self._patience() * 1000), key=lambda event: event[0] != self._child.channel)
        for descriptor, event in events:
            if descriptor in _host:
                raise SystemExit(0)
            if event & ~select.POLLOUT:
                self._read(descriptor)
        # ... but frames that keep coming do not put the end off.
        if not self._waiting or time.monotonic() - self._looked > STEP:
            self._check()
        return events

    def _over(self, end):
        if self._end is None:
            self._end = end

    def _patience(self):
        """Until a limit can be reached at the earliest, in seconds."""
        left = (self._limits.cpu - self._child.cpu()) / self._parallel
        look = THREADS if self._child.most_threads else left
        return max(STEP, min(left, look, self._deadline - time.monotonic()))

    def _check(self):
        self._looked = time.monotonic()
        if self._child.cpu() > self._limits.cpu:
            self._over(Ended("TIMEOUT", "CPU time over %s s" % self._limits.cpu))
        if time.monotonic() > self._deadline:
            self._over(Ended("TIMEOUT", "wall time over %s s" % self._limits.wall))
        if self._child.most_threads:
            self._check_threads()

    def _check_threads(self):
        threads = self._child.threads()
        if threads is None:
            self._over(Ended("EXCEPTION", "its threads cannot be counted"))  # a limit that nobody sees to is none
        elif threads > self._child.most_threads:
            self._over(Ended("EXCEPTION", "more than %d threads at once" % self._granted.threads))

    def _read(self, descriptor):
        try:
            data = os.read(descriptor, PART)
        except BlockingIOError:
            return
        except ConnectionResetError:
            data = b""  # it closed its end with something of ours unread
        if descriptor == self._child.channel:
            self._message(data)
        elif not data:
            self._poll.unregister(descriptor)
        else:
            self._print(self._open[descriptor], data)

    def _print(self, stream, data):
        stream.take(data)
        if stream.flooded():
            self._over(Ended("OUTPUT_LIMIT", "it printed more than %d times the %d bytes that are kept"
                             % (DRAIN, self._granted.output)))

    def _message(self, data):
        if not data:
            self._poll.unregister(self._child.channel)
            self._over(self._death())
        self._left -= len(data)
        if self._left < 0:
            self._over(Ended("RESULT_TOO_LARGE", "the values have more bytes than the limit"))
        self._waiting += self._reader.feed(data)
        if self._reader.broken:
            self._over(Ended("PROTOCOL", "the program wrote on the channel of the sandbox: %s" % self._reader.broken))

    def drain(self):
        """Takes what the child printed before its end and is still in the pipes."""
        for descriptor in (self._child.out, self._child.err):
            try:
                while not self._open[descriptor].flooded():
                    data = os.read(descriptor, PART)
                    if not data:
                        break
                    self._open[descriptor].take(data)
            except BlockingIOError:
                pass

    def _death(self):
        """Why the child's channel is closed."""
        if not self._child.ended(0.5):
            return Ended("EXIT", "the program closed the channel of the sandbox")
        return self._how(self._child.end_status)

    def _how(self, status):
        if os.WIFEXITED(status):
            code = os.WEXITSTATUS(status)
            return Ended("EXIT", "the program ended its process with status %d" % code, code)
        number = os.WTERMSIG(status)
        if number in (signal.SIGKILL, signal.SIGXCPU) and self._child.cpu() >= self._limits.cpu:
            return Ended("TIMEOUT", "CPU time over %s s" % self._limits.cpu)
        if number == signal.SIGKILL and memory.kills.more():
            return Ended("MEMORY_LIMIT", "the kernel ended its process for want of memory")
        if self._child.program_mb() << 20 > 0.9 * self._limits.memory:
            return Ended("MEMORY_LIMIT", "its process died of %s with %d MB in use"
                         % (_signal(number), self._child.peak_mb))
        return Ended("CRASH", "its process died of %s" % _signal(number), -number)


def _signal(number):
    try:
        return signal.Signals(number).name
    except ValueError:
        return "signal %d" % number
