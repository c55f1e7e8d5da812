# tries: to end the interpreter under its caller, and to go on
# honest: CRASH, EXIT, TIMEOUT, EXCEPTION
# wall: 3000
import ctypes


def run(bait):
    ctypes.PyDLL(None).Py_FinalizeEx()
    return "finished"
