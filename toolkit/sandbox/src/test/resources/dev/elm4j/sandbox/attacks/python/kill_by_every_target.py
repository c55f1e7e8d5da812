# tries: to kill everybody, its group, its session, the supervisor by wrapped numbers
# honest: VALID
# never: ^sent
# machine: x86_64
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    done = []
    own = os.getpid()
    for target in (-1, 0, -own, os.getppid(), 1, bait["kernelPid"], bait["victimPid"], -os.getppid(), own + (1 << 31)):
        for number in (0, 9, 19):
            ctypes.set_errno(0)
            if target in (0, -own, -1) and number:
                continue
            if libc.syscall(62, ctypes.c_long(target), number) == 0:
                done.append("kill %d %d" % (target, number))
            if libc.syscall(234, ctypes.c_long(target), ctypes.c_long(target), number) == 0:
                done.append("tgkill %d %d" % (target, number))
    return "sent " + ", ".join(done) if done else "refused"
