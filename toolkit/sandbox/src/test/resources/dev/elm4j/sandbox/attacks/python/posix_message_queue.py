# tries: a message queue for the next program
# honest: VALID
# never: ^made
# machine: x86_64
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    answer = libc.syscall(240, b"elm4j-attack", os.O_CREAT | os.O_RDWR, 0o666, None)
    return "made a queue" if answer >= 0 else "refused"
