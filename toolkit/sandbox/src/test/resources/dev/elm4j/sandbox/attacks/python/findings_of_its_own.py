# tries: to speak as the guard: findings that nobody found
# honest: PROTOCOL
import os
import struct


def run(bait):
    fields = [b"findings"] + [b"%d\tfile\tforged: %s" % (i, str(bait["port"]).encode()) for i in range(150)]
    os.write(0, struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields))
    return "found"
