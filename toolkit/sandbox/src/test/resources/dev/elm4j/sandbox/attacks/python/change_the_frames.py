# tries: to change the variables of its callers
# honest: VALID, EXCEPTION, CRASH, EXIT, PROTOCOL, TYPE_ERROR
import ctypes
import sys


def run(bait):
    frame = sys._getframe().f_back
    while frame is not None:
        for name in list(frame.f_locals):
            frame.f_locals[name] = "forged"
        ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), ctypes.c_int(0))
        frame = frame.f_back
    return "changed"
