# tries: to die of SIGSEGV
# honest: CRASH
import ctypes


def run(bait):
    return str(ctypes.string_at(0))
