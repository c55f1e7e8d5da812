# tries: to open a file by its handle, past all folders above it
# honest: VALID
# never: ^opened
# machine: x86_64
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    handle = ctypes.create_string_buffer(136)
    handle[0] = 128
    mount = ctypes.c_int()
    named = libc.syscall(303, -100, b"/usr", handle, ctypes.byref(mount), 0)
    opened = libc.syscall(304, -100, handle, 0)
    if opened >= 0 or ctypes.get_errno() not in (1, 13, 38):
        return "opened by handle: %d, %d, errno %d" % (named, opened, ctypes.get_errno())
    return "refused"
