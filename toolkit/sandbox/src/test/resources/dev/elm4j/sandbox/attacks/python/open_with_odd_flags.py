# tries: to write by flags of open that a filter may forget, and by the system calls beside it
# honest: VALID
# never: ^opened
# machine: x86_64
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    done = []
    victim = bait["victim"].encode()
    fresh = (bait["drop"] + "/fresh").encode()
    for flags in (os.O_RDONLY | os.O_TRUNC, os.O_RDONLY | os.O_APPEND | os.O_WRONLY, 3, os.O_RDWR | os.O_SYNC, 0o1000 | 0o2000):
        if libc.syscall(257, -100, victim, flags, 0o600) >= 0:
            done.append("openat %o" % flags)
    for flags in (os.O_RDONLY | os.O_CREAT, os.O_RDONLY | os.O_CREAT | os.O_EXCL, os.O_CREAT | os.O_PATH | os.O_TRUNC):
        if libc.syscall(257, -100, fresh, flags, 0o600) >= 0:
            done.append("openat %o" % flags)
    if libc.syscall(257, -100, bait["drop"].encode(), os.O_TMPFILE | os.O_RDWR, 0o600) >= 0:
        done.append("O_TMPFILE")
    if libc.syscall(2, victim, os.O_RDWR, 0) >= 0:
        done.append("open")
    if libc.syscall(85, fresh, 0o600) >= 0:
        done.append("creat")
    how = (ctypes.c_uint64 * 3)(os.O_RDWR, 0, 0)
    if libc.syscall(437, -100, victim, how, 24) >= 0:
        done.append("openat2")
    # The upper half of a register that the kernel ignores, but a filter may compare.
    if libc.syscall(257, ctypes.c_long(-100), victim, ctypes.c_long((1 << 40) | os.O_RDWR), 0) >= 0:
        done.append("openat with high bits")
    return "opened " + ", ".join(done) if done else "refused"
