# tries: to use up the timers, signals and events that a user may have; stops at 5,000
# honest: VALID
# never-on-host: ^made [0-9]{4}
# machine: x86_64
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    made = 0
    timer = ctypes.c_int()
    for _ in range(5000):
        if libc.syscall(222, 1, None, ctypes.byref(timer)) != 0:
            break
        made += 1
    for number in (283, 290, 291, 284):
        for _ in range(200):
            if libc.syscall(number, 0, 0) < 0:
                break
            made += 1
    return "made %d" % made
