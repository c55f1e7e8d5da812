# tries: to leave the kernel a list of locks that points anywhere, for when it dies
# honest: VALID, CRASH
# machine: x86_64
import ctypes

HEAD = (ctypes.c_long * 3)(0x4141414141414141, -8, 0x7FFFFFFFF000)
LOOP = (ctypes.c_long * 3)()


def run(bait):
    libc = ctypes.CDLL(None)
    libc.syscall(273, ctypes.byref(HEAD), 24)
    LOOP[0] = ctypes.addressof(LOOP)
    libc.syscall(273, ctypes.byref(LOOP), 24)
    libc.syscall(218, 0x41414141)
    return "left"
