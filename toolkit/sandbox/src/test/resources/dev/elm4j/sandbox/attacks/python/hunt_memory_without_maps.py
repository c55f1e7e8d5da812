# tries: the same where /proc is closed: finds the pages of its memory by asking mincore, near its objects and its heap
# chosen: true
# honest: VALID
# never: ^found
# cpu: 5000
import ctypes
import gc
import re

MARK = re.compile(b"previous-" + b"program-[0-9]+")
PAGE = 4096
libc = ctypes.CDLL(None, use_errno=True)
libc.sbrk.restype = ctypes.c_void_p


def mapped(address):
    return libc.mincore(ctypes.c_void_p(address), ctypes.c_size_t(PAGE), ctypes.byref(ctypes.c_ubyte())) == 0


def run(bait):
    near = {id(thing) >> 20 for thing in gc.get_objects()}
    near |= {block + step for block in near for step in (-1, 1)}
    top = libc.sbrk(0) >> 20
    near |= set(range(top - 64, top + 1))
    found = []
    looked = 0
    for block in sorted(near):
        for address in range(block << 20, (block + 1) << 20, PAGE):
            if mapped(address):
                try:
                    found += MARK.findall(ctypes.string_at(address, PAGE))
                except MemoryError:
                    break
                looked += 1
    return "found %s" % found[:5] if found else "refused, looked at %d pages" % looked
