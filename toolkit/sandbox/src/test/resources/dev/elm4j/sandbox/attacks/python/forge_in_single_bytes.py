# tries: an answer in single bytes, as slow as may be, from two threads that wait for each other
# honest: VALID, PROTOCOL, TIMEOUT
# wall: 3000
import os
import struct
import time


def run(bait):
    fields = [b"outcome", b"VALID", b'"slow"', b"", b"0"]
    frame = struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields)
    for byte in frame + struct.pack(">II", 1, 4) + b"done":
        os.write(0, bytes([byte]))
        time.sleep(0.005)
    os._exit(0)
