# tries: to die with half an answer sent
# honest: CRASH, EXIT, PROTOCOL
import os
import struct


def run(bait):
    os.write(0, struct.pack(">II", 5, 7) + b"outcome" + struct.pack(">I", 5) + b"VAL")
    os.abort()
