# tries: two hundred maps with five hundred lists for keys, all of one hash for Java
# honest: VALID, RESULT_TOO_LARGE, PROTOCOL
import os
import struct


def run(bait):
    one = b'{"m":[' + b",".join(b"[[%d,%d],0]" % (i, 31 * (1000 - i)) for i in range(499)) + b"]}"
    fields = [b"outcome", b"VALID", b"[" + b",".join([one] * (1000000 // len(one))) + b"]", b"", b"0"]
    frame = struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields)
    left = memoryview(frame + struct.pack(">II", 1, 4) + b"done")
    while left:
        left = left[os.write(0, left):]
    os._exit(0)
