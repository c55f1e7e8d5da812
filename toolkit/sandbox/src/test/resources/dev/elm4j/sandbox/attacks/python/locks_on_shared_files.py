# tries: to hold locks and leases on files that others open
# honest: VALID
# never: lease|notice
import fcntl
import os
import sys


def run(bait):
    done = []
    for path in (sys.executable, os.__file__, "/dev/null", "/usr/lib/os-release"):
        try:
            descriptor = os.open(path, os.O_RDONLY)
        except OSError:
            continue
        for name, act in (("lock", lambda: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)),
                          ("lease", lambda: fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)),
                          ("notice", lambda: fcntl.fcntl(descriptor, fcntl.F_NOTIFY, fcntl.DN_ACCESS))):
            try:
                act()
                done.append("%s on %s" % (name, path))
            except OSError:
                pass
    return "holds " + ", ".join(done)
