# tries: to answer by a frame of its own and to be gone; its own value is its own to choose
# honest: VALID, EXIT, PROTOCOL, CRASH
import os
import struct


def run(bait):
    for fields in ([b"outcome", b"VALID", b'"forged"', b"", b"0"], [b"done"]):
        os.write(0, struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields))
    os._exit(0)
