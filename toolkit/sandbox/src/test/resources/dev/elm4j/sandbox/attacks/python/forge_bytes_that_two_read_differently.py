# tries: bytes in a spelling that the supervisor takes and the host does not, so that the supervisor is held to be broken
# honest: PROTOCOL
import os
import struct


def run(bait):
    fields = [b"outcome", b"VALID", b'{"b":"QUJD="}', b"", b"0"]
    os.write(0, struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields))
    os.write(0, struct.pack(">II", 1, 4) + b"done")
    os._exit(0)
