# tries: answers whose value is no JSON, is nested 100,000 deep, or names a status of its own
# honest: VALID, PROTOCOL, CRASH, EXCEPTION, RESULT_TOO_LARGE, EXIT
import os
import struct


def run(bait):
    for status, value in ((b"VALID", b"[" * 100000), (b"VALID", b'{"b":"!!!"}'), (b"VALID", b'{"m":[[1]]}'), (b"VALID", b"\xff\xfe"),
                          (b"SANDBOX_ERROR", b""), (b"WINNER", b"1"), (b"VALID", b"1e999"), (b"VALID", b"NaN")):
        fields = [b"outcome", status, value, b"", b"0"]
        os.write(0, struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields))
    return "forged"
