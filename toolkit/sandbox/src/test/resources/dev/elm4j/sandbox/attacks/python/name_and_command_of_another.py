# tries: to look like another process in every list, and to run for ever
# honest: TIMEOUT
# cpu: 300
import ctypes


def run(bait):
    libc = ctypes.CDLL(None)
    libc.prctl(15, b"x) Z 0 0 0\n(")
    words = ctypes.POINTER(ctypes.c_char_p)()
    count = ctypes.c_int()
    environment = ctypes.c_void_p.in_dll(libc, "program_invocation_name").value
    if environment:
        ctypes.memmove(environment, b"/sbin/init\0", 4)
    while True:
        pass
