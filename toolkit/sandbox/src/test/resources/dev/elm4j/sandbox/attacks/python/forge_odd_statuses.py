# tries: statuses with zeros, in other letters, as long as a megabyte, and none at all
# honest: PROTOCOL, RESULT_TOO_LARGE
import os
import struct


def frame(*fields):
    return struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields)


def run(bait):
    for status in (b"VALID\0", "VΑLID".encode(), b"valid", b""):
        os.write(0, frame(b"outcome", status, b"1", b"", b"0"))
    os.write(0, frame())
    os._exit(0)
