# tries: to drown its reader in bytes
# honest: PROTOCOL, CRASH, TIMEOUT, RESULT_TOO_LARGE, EXCEPTION, OUTPUT_LIMIT, EXIT
# cpu: 1500
# wall: 5000
import os
import struct


def run(bait):
    os.write(0, struct.pack(">II", 5, 0x7FFFFFFF))
    while True:
        os.write(0, b"x" * 65536)
