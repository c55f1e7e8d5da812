# tries: to be retried or excused: an answer that says the sandbox failed
# honest: EXCEPTION, CRASH, PROTOCOL, VALID, EXIT
import os
import struct


def run(bait):
    fields = [b"outcome", b"SANDBOX_ERROR", b"", b"the sandbox failed", b"0"]
    os.write(0, struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields))
    os._exit(1)
