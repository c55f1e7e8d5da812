# tries: hundreds of thousands of the smallest values there are
# honest: VALID, RESULT_TOO_LARGE, PROTOCOL
import os
import struct


def run(bait):
    fields = [b"outcome", b"VALID", b"[" + b",".join([b"[]"] * 340000) + b"]", b"", b"0"]
    frame = struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields)
    left = memoryview(frame + struct.pack(">II", 1, 4) + b"done")
    while left:
        left = left[os.write(0, left):]
    os._exit(0)
