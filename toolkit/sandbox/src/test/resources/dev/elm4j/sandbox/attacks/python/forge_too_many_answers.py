# tries: two hundred answers to one question
# honest: VALID, PROTOCOL, CRASH, EXCEPTION
import os
import struct


def run(bait):
    fields = [b"outcome", b"VALID", b'"forged"', b"", b"0"]
    frame = struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields)
    for _ in range(200):
        os.write(0, frame)
    return "answered 200 times"
