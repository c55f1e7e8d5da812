# tries: to end by the fatal error of the interpreter
# honest: CRASH
import ctypes


def run(bait):
    ctypes.pythonapi.Py_FatalError(b"MemoryError: no more memory")
