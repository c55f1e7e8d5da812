# tries: to answer, to say that it has ended, and to go on answering until it is killed
# honest: VALID, PROTOCOL
import os
import struct


def frame(*fields):
    return struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields)


def run(bait):
    os.write(0, frame(b"outcome", b"VALID", b'"first"', b"", b"0") + frame(b"done") + frame(b"outcome", b"VALID", b'"second"', b"", b"0"))
    while True:
        os.write(0, frame(b"failed", b"EXCEPTION", b"third") + frame(b"done"))
