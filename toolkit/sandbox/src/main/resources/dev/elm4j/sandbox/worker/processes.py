"""Processes on the side that forks: started, waited for, killed, and looked for afterwards."""
import os
import signal
import traceback

import uids

_living = set()   # process ids that were started and not waited for
_others = {}      # process id -> exit code of one that was not started here
_ended = {}       # process id -> (status, usage) of those that were


def start(body, ends):
    """Forks. The child has the three ends as its descriptors 0, 1 and 2, and runs the body; answers its process id."""
    pid = os.fork()
    if pid == 0:
        _in_child(ends, body)
    _living.add(pid)
    return pid


def _in_child(ends, body):
    try:
        # above the three, so that none is overwritten before it was copied
        for place, descriptor in enumerate([os.dup(end) for end in ends]):
            os.dup2(descriptor, place)
        body()
    except BaseException:
        os.write(2, traceback.format_exc()[-2000:].encode("utf-8", "replace"))
    finally:
        os._exit(97)


def no_input():
    """Takes the place of descriptor 0: at its end, and nothing that others could open again below /proc."""
    empty, closed = os.pipe()
    os.close(closed)
    os.dup2(empty, 0)
    os.close(empty)


def close_others():
    """Closes every descriptor above 2."""
    os.closerange(3, 256)  # the supervisor's own limit on open files


def reap():
    """Waits for everything that died, also what was orphaned and became ours."""
    while True:
        try:
            pid, status, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        _dead(pid, status, usage)


def _dead(pid, status, usage):
    if pid in _living:
        _living.remove(pid)
        _ended[pid] = (status, usage)
    else:
        _others.clear()  # the last one is enough: the front is the only process that is asked for
        _others[pid] = os.waitstatus_to_exitcode(status)


def ended(pid):
    """The status and usage of a process that is dead; None while it lives."""
    reap()
    return _ended.get(pid)


def kill(pid):
    """Kills a process and waits for it; its status and usage, which are asked for once."""
    if pid in _living:
        signal_to(pid)
        _dead(*os.wait4(pid, 0))
    return _ended.pop(pid)


def exit_code(pid):
    """Waits for a process that start() did not make; 1 if somebody waited for it before."""
    try:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    except ChildProcessError:
        return _others.get(pid, 1)


def count():
    """Processes that were started and live."""
    reap()
    return len(_living)


def strangers(found, known=()):
    """Living processes below this one that it did not start: a program cannot make one, so none is expected."""
    try:
        with open("/proc/self/task/%d/children" % os.getpid()) as listed:
            pids = [int(pid) for pid in listed.read().split()]
    except OSError:
        pids = [pid for group in found.values() for pid in group if _parent(pid) == os.getpid()]
    return [pid for pid in pids if pid not in _living and pid not in known]


def _parent(pid):
    try:
        return int(told(pid)[1])
    except (OSError, ValueError, IndexError):
        return 0


def told(pid):
    """What the kernel tells of a process after its name, which is any bytes that the process likes; raises OSError."""
    with open("/proc/%d/stat" % pid, "rb") as stat:
        return stat.read().rpartition(b")")[2].split()


def leftovers(uid, known=()):
    """What is left of an evaluation that was ended, after killing it; and the processes there are, by uid.

    uid: the evaluation's own, None if others have it; known: processes of ours that nobody registered.
    """
    for _ in range(50):
        reap()
        found = uids.owners()
        left = strangers(found, known) + (found.get(uid, []) if uid is not None else [])
        if not left:
            return [], found
        for pid in left:
            signal_to(pid)
    return ["process %d" % pid for pid in sorted(set(left))], found


def signal_to(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        pass
