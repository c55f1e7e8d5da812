# tries: new processes by the system calls below fork
# chosen: true
# honest: VALID
# never: ^made
# machine: x86_64
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    done = []
    spaces = 0x10000000 | 0x20000000  # user and process ids of its own
    arguments = (ctypes.c_uint64 * 8)(0, 0, 0, 0, 17, 0, 0, 0)
    for name, number, words in (("fork", 57, ()), ("clone", 56, (17, 0, 0, 0, 0)), ("clone in spaces", 56, (17 | spaces, 0, 0, 0, 0)),
                                ("clone3", 435, (arguments, 64)), ("clone as a sibling", 56, (0x8000 | 17, 0, 0, 0, 0))):
        answer = libc.syscall(number, *words)
        if answer == 0:
            os._exit(0)
        if answer > 0:
            done.append(name)
    return "made processes by " + ", ".join(done) if done else "refused"
