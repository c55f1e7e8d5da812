# tries: to trace the supervisor, the first process and itself
# chosen: true
# honest: VALID
# never: ^traced
# machine: x86_64
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    done = []
    for request, pid in ((16, os.getppid()), (0x4206, os.getppid()), (16, 1), (16, bait["victimPid"]), (0x4206, bait["kernelPid"]),
                         (0, 0)):
        if libc.syscall(101, ctypes.c_long(request), ctypes.c_long(pid), ctypes.c_long(0), ctypes.c_long(0)) >= 0:
            done.append("%d of %d" % (request, pid))
    return "traced " + ", ".join(done) if done else "refused"
