"""Processes of the supervisor: started, watched, ended, counted.

A child has one end of a socket pair as its descriptor 0, for both directions, and pipes as 1 and 2. Nothing else of the
supervisor stays open in it. It inherits the supervisor's memory, in which there is nothing to find: no key, no expected
value, no other request.
"""
import os
import signal
import socket
import time
import traceback

import uids

_living = {}  # process id -> Child that has not been waited for


def cpu_seconds(pid):
    """CPU time that a process has used so far, all its threads together."""
    return time.clock_gettime(~pid << 3 | 2)


class Child:
    """One process of ours."""

    def __init__(self, plan):
        """plan: what the child will be confined to."""
        self.uid = plan.uid
        # the kernel counts threads by user: where others have the same one, they are counted here
        self.most_threads = plan.threads if plan.uid is None else None
        self.pid, self.status, self.usage = 0, None, None
        self.started = self.begun = time.monotonic()
        self.channel = self.out = self.err = -1
        self._cpu_before = 0.0

    def start(self, body):
        """Forks; the child runs the body, which never returns to the caller's code."""
        ours, theirs = socket.socketpair()
        out, out_end = os.pipe()
        err, err_end = os.pipe()
        pid = os.fork()
        if pid == 0:
            _in_child(theirs.fileno(), out_end, err_end, body)
        theirs.close()
        os.close(out_end)
        os.close(err_end)
        self.pid, self.channel, self.out, self.err = pid, ours.detach(), out, err
        for descriptor in (self.channel, out, err):
            os.set_blocking(descriptor, False)
        _living[pid] = self
        return self

    def begin(self):
        """The program begins now: CPU time used so far does not count. Seconds since the process was asked for."""
        self._cpu_before = self._clock()
        self.begun = time.monotonic()
        return self.begun - self.started

    def cpu(self):
        """CPU time counted, in seconds."""
        if self.usage is not None:
            return max(0.0, self.usage.ru_utime + self.usage.ru_stime - self._cpu_before)
        return max(0.0, self._clock() - self._cpu_before)

    def _clock(self):
        try:
            return cpu_seconds(self.pid)
        except OSError:
            return self._cpu_before  # dead and not waited for

    def threads(self):
        """How many it has now; 0 if that cannot be seen."""
        try:
            with open("/proc/%d/stat" % self.pid) as stat:
                return int(stat.read().rsplit(")", 1)[1].split()[17])
        except (OSError, ValueError, IndexError):
            return 0

    def peak_mb(self):
        return self.usage.ru_maxrss // 1024 if self.usage is not None else 0

    def ended(self, seconds=0.0):
        """Whether the process is dead, waiting so long for it at most."""
        until = time.monotonic() + seconds
        while True:
            reap()
            if self.status is not None or time.monotonic() >= until:
                return self.status is not None
            time.sleep(0.0005)

    def end(self):
        """Kills the process, waits for it and closes what led to it."""
        if self.status is None:
            try:
                os.kill(self.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            self.ended(10.0)
        for descriptor in (self.channel, self.out, self.err):
            if descriptor >= 0:
                os.close(descriptor)
        self.channel = self.out = self.err = -1


def _in_child(channel, out, err, body):
    try:
        # above the three, so that none is overwritten before it was copied
        for place, descriptor in enumerate([os.dup(d) for d in (channel, out, err)]):
            os.dup2(descriptor, place)
        body()
    except BaseException:
        os.write(2, traceback.format_exc()[-2000:].encode("utf-8", "replace"))
    finally:
        os._exit(97)


def close_others(but=()):
    """Closes every descriptor above 2 except the given ones."""
    begin = 3
    for kept in sorted(but):
        os.closerange(begin, kept)
        begin = kept + 1
    os.closerange(begin, 256)  # the supervisor's own limit on open files


def reap():
    """Waits for everything that died, also what was orphaned and became ours."""
    while True:
        try:
            pid, status, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        child = _living.pop(pid, None)
        if child is not None:
            child.status, child.usage = status, usage


def count():
    """Processes of ours that live."""
    reap()
    return len(_living)


def strangers(found):
    """Living processes below the supervisor that it did not start: a program cannot make one, so none is expected."""
    try:
        with open("/proc/self/task/%d/children" % os.getpid()) as listed:
            pids = [int(pid) for pid in listed.read().split()]
    except OSError:
        pids = [pid for group in found.values() for pid in group if _parent(pid) == os.getpid()]
    return [pid for pid in pids if pid not in _living]


def _parent(pid):
    try:
        with open("/proc/%d/stat" % pid) as stat:
            return int(stat.read().rsplit(")", 1)[1].split()[1])
    except (OSError, ValueError, IndexError):
        return 0


def leftovers(uid):
    """What is left of an evaluation that was ended, after killing it; and the processes there are, by uid."""
    for _ in range(50):
        reap()
        found = uids.owners()
        left = strangers(found) + (found.get(uid, []) if uid is not None else [])
        if not left:
            return [], found
        for pid in left:
            _kill(pid)
    return ["process %d" % pid for pid in sorted(set(left))], found


def _kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        pass
