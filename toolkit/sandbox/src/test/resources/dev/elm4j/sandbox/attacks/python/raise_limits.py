# tries: to raise its limits, and to change those of others
# honest: VALID
# never: ^raised
import os
import resource


def run(bait):
    done = []
    for name in ("RLIMIT_AS", "RLIMIT_FSIZE", "RLIMIT_CPU", "RLIMIT_NPROC", "RLIMIT_NOFILE", "RLIMIT_CORE"):
        kind = getattr(resource, name)
        before = resource.getrlimit(kind)
        try:
            resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            if resource.getrlimit(kind) != before:
                done.append(name)
        except (OSError, ValueError):
            pass
        for pid in (os.getppid(), bait["victimPid"]):
            try:
                resource.prlimit(pid, kind, (1, 1))
                done.append("%s of %d" % (name, pid))
            except (OSError, ValueError):
                pass
    return "raised " + ", ".join(done) if done else "refused"
