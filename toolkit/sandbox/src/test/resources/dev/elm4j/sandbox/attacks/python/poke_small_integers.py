# tries: to make 7 equal 8 in the memory of the interpreter
# honest: VALID, EXCEPTION, CRASH, PROTOCOL, TYPE_ERROR, RESULT_TOO_LARGE, EXIT
import ctypes


def run(bait):
    ctypes.c_uint32.from_address(id(7) + 24).value = 8
    ctypes.c_uint32.from_address(id(1) + 24).value = 2
    return "poked: %d" % (7 + 1)
