# tries: an answer that took a negative, endless or nameless time
# honest: VALID, PROTOCOL, EXIT
import os
import struct


def run(bait):
    for time in (b"-99999999999999999999999999", b"1" * 4000):
        fields = [b"outcome", b"VALID", b"1", b"", time]
        os.write(0, struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields))
        break
    os.write(0, struct.pack(">II", 1, 4) + b"done")
    os._exit(0)
