# tries: to grow its stack and to write below it
# honest: CRASH, MEMORY_LIMIT, EXCEPTION
# machine: x86_64
import ctypes


def run(bait):
    here = ctypes.c_long()
    for step in range(1, 1 << 20):
        ctypes.memset(ctypes.addressof(here) & ~0xFFF, 0, 1) if step == 1 else None
    libc = ctypes.CDLL(None)
    libc.alloca if hasattr(libc, "alloca") else None
    frame = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)

    def deeper(depth):
        return call(depth + 1)

    call = frame(deeper)
    import sys
    sys.setrecursionlimit(10 ** 9)
    return call(0)
