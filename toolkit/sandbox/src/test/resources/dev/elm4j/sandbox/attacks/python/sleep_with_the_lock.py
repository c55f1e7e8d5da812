# tries: to sleep in C while it holds the lock of the interpreter
# honest: TIMEOUT
# wall: 1500
import ctypes


def run(bait):
    ctypes.PyDLL(None).sleep(3600)
