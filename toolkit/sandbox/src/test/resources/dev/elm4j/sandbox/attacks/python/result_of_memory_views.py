# tries: buffers, arrays and views of memory that was given back
# honest: VALID, EXCEPTION, RESULT_TOO_LARGE
import array
import ctypes
import mmap


class Bytes(bytes):
    def __buffer__(self, flags):
        return memoryview(bytearray(1 << 20))


def run(bait):
    view = memoryview(bytearray(10))
    view.release()
    return [view, array.array("d", [1.5] * 10), (ctypes.c_int * 5)(), mmap.mmap(-1, 4096), memoryview(b"abc")[::-1],
            Bytes(b"abc"), bytearray(b"x")]
