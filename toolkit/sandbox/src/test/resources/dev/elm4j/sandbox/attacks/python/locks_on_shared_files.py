# tries: to hold locks and leases on files that others open
# honest: VALID
# never: lease
import fcntl
import os
import sys


def run(bait):
    done = []
    for path in (sys.executable, os.__file__, "/dev/null", "/usr"):
        try:
            descriptor = os.open(path, os.O_RDONLY)
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            done.append("lock on " + path)
        except OSError:
            pass
        try:
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
            done.append("lease on " + path)
        except OSError:
            pass
    return "holds " + ", ".join(done)
