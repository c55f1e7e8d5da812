# tries: to answer from another thread after the first has ended
# honest: VALID, EXIT, PROTOCOL, CRASH
# wall: 10000
# machine: x86_64
import ctypes
import os
import struct
import threading
import time


def answer():
    time.sleep(0.2)
    for fields in ([b"outcome", b"VALID", b'"late"', b"", b"0"], [b"done"]):
        os.write(0, struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields))
    os._exit(0)


def run(bait):
    threading.Thread(target=answer, daemon=True).start()
    ctypes.CDLL(None).syscall(60, 0)
