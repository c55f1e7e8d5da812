# tries: to say that it was refused, or did not compile, after it has run
# honest: PROTOCOL
# chosen: true
import os
import struct


def run(bait):
    fields = [b"failed", b"REJECTED", b"the guard says no"]
    os.write(0, struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields))
    os._exit(0)
