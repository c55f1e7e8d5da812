# tries: forbidden system calls by the numbers of the x32 interface
# honest: VALID, CRASH
# never: ^passed
# machine: x86_64
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    done = []
    for name, number, words in (("socket", 41, (1, 1, 0)), ("memfd_create", 319, (b"x", 0)), ("getpid", 39, ()), ("kill", 62, (1, 0))):
        if libc.syscall(ctypes.c_long(0x40000000 | number), *words) >= 0:
            done.append(name)
    return "passed " + ", ".join(done) if done else "refused"
