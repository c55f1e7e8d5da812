# tries: to stop all processors again and again by memory barriers and flushes of the whole machine
# honest: TIMEOUT, VALID
# cpu: 300
# wall: 2000
# machine: x86_64
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    while True:
        for command in (1, 2, 8, 32):
            libc.syscall(324, command, 0, 0)
        libc.syscall(74, 0)
