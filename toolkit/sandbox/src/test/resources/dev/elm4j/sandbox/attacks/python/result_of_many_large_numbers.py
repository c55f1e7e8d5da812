# tries: forged numbers that take long to read: thousands of digits each, doubles of a thousand digits
# honest: PROTOCOL
import os
import struct


def run(bait):
    row = "[%s]" % ",".join(["9" * 4000] * 100 + ["0." + "1" * 4000] * 100 + ["1e-%d" % n for n in range(300, 400)])
    fields = [b"outcome", b"VALID", row.encode(), b"", b"0"]
    os.write(0, struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields))
    fields = [b"done"]
    os.write(0, struct.pack(">II", 1, 4) + b"done")
    os._exit(0)
