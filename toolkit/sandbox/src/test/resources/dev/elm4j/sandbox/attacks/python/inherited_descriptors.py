# tries: to find a descriptor that the supervisor forgot to close
# chosen: true
# honest: VALID
# never: ^found
import os
import stat


def target(descriptor):
    try:
        return os.readlink("/proc/self/fd/%d" % descriptor)
    except OSError:
        return "?"


def run(bait):
    found = []
    for descriptor in range(1024):
        try:
            mode = os.fstat(descriptor).st_mode
        except OSError:
            continue
        usual = descriptor < 3 and (stat.S_ISSOCK(mode) or stat.S_ISFIFO(mode))
        if not usual and not (stat.S_ISCHR(mode) and os.fstat(descriptor).st_rdev == os.makedev(1, 9)):
            found.append("%d: %o %s" % (descriptor, mode, target(descriptor)))
    return "found " + ", ".join(found) if found else "refused"
