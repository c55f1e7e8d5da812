# tries: frames that promise four gigabytes, or four billion fields
# honest: PROTOCOL, CRASH, EXCEPTION, EXIT, VALID, RESULT_TOO_LARGE, TIMEOUT
# wall: 2000
import os
import struct


def run(bait):
    os.write(0, struct.pack(">II", 1, 0xFFFFFFFF) + b"x" * 1000)
    os.write(0, struct.pack(">I", 0xFFFFFFFF) * 100)
    return "promised"
