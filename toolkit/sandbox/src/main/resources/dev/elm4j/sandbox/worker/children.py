"""Children as the side sees them that talks to the host: a socket for frames, pipes of what they print, a clock."""
import os
import socket
import time

import processes

PAGE = os.sysconf("SC_PAGE_SIZE")


def cpu_seconds(pid):
    """CPU time that a process has used so far, all its threads together."""
    return time.clock_gettime(~pid << 3 | 2)


def _ends():
    """Our descriptors and the child's: of a socket, and of two pipes that the child writes to. All of them or none."""
    ours, theirs = [], []
    try:
        for pair in (_sockets, os.pipe, os.pipe):
            mine, other = pair()
            ours.append(mine)
            theirs.append(other)
    except OSError:
        _close(ours + theirs)
        raise
    return ours, theirs


def _sockets():
    return [end.detach() for end in socket.socketpair()]


def _close(descriptors):
    for descriptor in descriptors:
        os.close(descriptor)


class Child:
    """One process below the nursery."""

    def __init__(self, nursery, what, threads, **more):
        """Asks for it, without waiting. what: "python", or the main class of a virtual machine; threads: of the program."""
        self._nursery = nursery
        self.begun = time.monotonic()
        self.end_status, self.peak_mb = None, 0
        self._cpu_before = self._cpu_in_all = 0.0
        self._mb_before = 0
        ours, theirs = _ends()
        try:
            self._birth = nursery.start(what, theirs, threads=threads, **more)
        except BaseException:
            _close(ours)
            raise
        finally:
            _close(theirs)
        self.channel, self.out, self.err = ours
        for descriptor in ours:
            os.set_blocking(descriptor, False)

    @property
    def pid(self):
        """Its process id; waits until there is one, and raises OSError if there is none."""
        return self._birth.told()["pid"]

    @property
    def most_threads(self):
        """How many it may have; None where the kernel sees to it."""
        return self._birth.told()["threads"]

    def begin(self):
        """The program begins now: CPU time used so far does not count, and memory neither."""
        self._cpu_before = self._clock()
        self._mb_before = self._mb_now()
        self.begun = time.monotonic()

    def cpu(self):
        """CPU time counted, in seconds."""
        return max(0.0, self._clock() - self._cpu_before)

    def _clock(self):
        if self.end_status is None:
            try:
                return cpu_seconds(self.pid)
            except OSError:
                return self._cpu_before  # dead, and not asked for yet
        return self._cpu_in_all

    def program_mb(self):
        """The most memory that the program took of a process that is dead, beside what it began with."""
        return max(0, self.peak_mb - self._mb_before)

    def _mb_now(self):
        try:
            with open("/proc/%d/statm" % self.pid, "rb") as sizes:
                return int(sizes.read().split()[1]) * PAGE >> 20
        except (OSError, ValueError, IndexError):
            return 0  # all of it is the program's, then

    def threads(self):
        """How many it has now, 0 once it is dead; None if that cannot be seen of one that lives."""
        try:
            return int(processes.told(self.pid)[17])
        except (OSError, ValueError, IndexError):
            return 0 if self.ended() else None

    def ended(self, seconds=0.0):
        """Whether the process is dead, waiting so long for it at most."""
        until = time.monotonic() + seconds
        while self.end_status is None:
            self._take(self._nursery.ask(op="ended", pid=self.pid))
            if self.end_status is None and time.monotonic() >= until:
                return False
            if self.end_status is None:
                time.sleep(0.0005)
        return True

    def _take(self, said):
        if said["status"] is not None:
            self.end_status, self._cpu_in_all, self.peak_mb = said["status"], said["cpu"], said["peakMb"]

    def end(self):
        """Kills the process and closes what led to it; what of it could not be removed."""
        try:
            born = self._birth.told()
            said = self._nursery.ask(op="end", pid=born["pid"], uid=born["uid"])
            self._take(said)
            return said["dirty"]
        except OSError:
            return []  # it never was
        finally:
            _close((self.channel, self.out, self.err))
