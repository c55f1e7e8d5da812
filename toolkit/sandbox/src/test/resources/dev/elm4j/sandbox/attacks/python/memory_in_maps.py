# tries: memory past the allocator: thousands of anonymous maps, private, shared, growing stacks
# honest: MEMORY_LIMIT, EXCEPTION, VALID
# never: ^took [0-9]{4}
# memory: 128
# machine: x86_64
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p


def run(bait):
    took = 0
    for flags in (0x22, 0x21, 0x4022, 0x122, 0x8022):
        while took < 4000:
            area = libc.mmap(None, ctypes.c_size_t(1 << 20), 3, flags, -1, ctypes.c_long(0))
            if area in (None, ctypes.c_void_p(-1).value):
                break
            ctypes.memset(area, 1, 1 << 20)
            took += 1
    return "took %d" % took
