# tries: to keep the reader of its output busy: single bytes in packets that cannot be read together
# honest: OUTPUT_LIMIT, TIMEOUT
# cpu: 300
# wall: 3000
import ctypes
import fcntl
import os
import threading


def flood(write, descriptor):
    while True:
        for _ in range(1000):
            write(descriptor, b"x", 1)


def run(bait):
    for descriptor in (1, 2):
        try:
            fcntl.fcntl(descriptor, fcntl.F_SETFL, os.O_WRONLY | 0o40000)
        except OSError:
            pass
        for _ in range(3):
            threading.Thread(target=flood, args=(ctypes.CDLL(None).write, descriptor), daemon=True).start()
    flood(ctypes.CDLL(None).write, 1)
