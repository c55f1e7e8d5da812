# tries: to find a descriptor that the supervisor forgot to close
# chosen: true
# honest: VALID
# never: ^found
import os
import stat


def run(bait):
    found = []
    for descriptor in range(1024):
        try:
            mode = os.fstat(descriptor).st_mode
        except OSError:
            continue
        usual = descriptor < 3 and (stat.S_ISSOCK(mode) or stat.S_ISFIFO(mode))
        if not usual and not (stat.S_ISREG(mode) and "dev/urandom" in os.readlink("/proc/self/fd/%d" % descriptor)):
            found.append("%d: %s" % (descriptor, os.readlink("/proc/self/fd/%d" % descriptor)))
    return "found " + ", ".join(found) if found else "refused"
