# tries: to have the kernel take pages of memory away from everybody, and to merge, lock or pin them
# honest: VALID
# never: ^did
# machine: x86_64
import ctypes
import mmap

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p


def run(bait):
    done = []
    for name, advice in (("poison", 100), ("offline", 101)):
        area = libc.mmap(None, ctypes.c_size_t(4096), 3, 0x22, -1, ctypes.c_long(0))
        if libc.madvise(ctypes.c_void_p(area), ctypes.c_size_t(4096), advice) == 0:
            done.append(name)
    for name, flags in (("huge", 0x40022), ("locked", 0x2022)):
        area = libc.mmap(None, ctypes.c_size_t(1 << 21), 3, flags, -1, ctypes.c_long(0))
        if name == "huge" and area != ctypes.c_void_p(-1).value:
            ctypes.memset(area, 1, 1 << 21)  # a page of its own, however large
    return "did " + ", ".join(done) if done else "refused"
