# tries: an integer of a million digits that it never computed, for the host to read and to print
# honest: RESULT_TOO_LARGE
# wall: 1000
import os
import struct


def run(bait):
    fields = [b"outcome", b"VALID", b"9" * 1000000, b"", b"0"]
    frame = struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields)
    left = memoryview(frame + struct.pack(">II", 1, 4) + b"done")
    while left:
        left = left[os.write(0, left):]
    os._exit(0)
