# tries: maps in maps to the last level that is allowed, as keys and as values
# honest: VALID, RESULT_TOO_LARGE, PROTOCOL
import os
import struct


def run(bait):
    value = b"1"
    for _ in range(49):
        value = b'{"m":[[' + (b"[" * 0) + value + b",2]]}"
    fields = [b"outcome", b"VALID", value, b"", b"0"]
    os.write(0, struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields))
    os.write(0, struct.pack(">II", 1, 4) + b"done")
    os._exit(0)
