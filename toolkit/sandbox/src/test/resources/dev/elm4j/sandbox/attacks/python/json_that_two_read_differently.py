# tries: a value that one reader of JSON takes and another does not
# honest: VALID, PROTOCOL
import os
import struct

VALUES = (b'[1,\t2]\n', b'{"m":[["a",1],["a",2]]}', b'-0', b'"\x7f\xc2\x85"', b'1E400', b'1e-99999', b'[true,null]', b'"\\ud83d\\ude00"',
          b'{"d":"NaN"}', b'\xef\xbb\xbf1', b'0001', b'[1,]', b'"\\u0000"', b'{"r":"x","t":"y"}', b'1.0e+5', b'"a\\/b"')


def run(bait):
    value = b"[" + b",".join(v for v in VALUES if v not in (b"1E400", b"\xef\xbb\xbf1", b"0001", b"[1,]")) + b"]"
    fields = [b"outcome", b"VALID", value, b"", b"0"]
    os.write(0, struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields))
    os.write(0, struct.pack(">II", 1, 4) + b"done")
    os._exit(0)
