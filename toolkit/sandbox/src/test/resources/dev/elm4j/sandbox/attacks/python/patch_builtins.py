# tries: to replace what its caller uses: builtins, json, struct, os
# honest: VALID, EXCEPTION, CRASH, EXIT, PROTOCOL, TYPE_ERROR, RESULT_TOO_LARGE
import builtins
import json
import os
import struct


def run(bait):
    json.dumps = lambda *a, **k: '"forged"'
    json.JSONEncoder.encode = lambda *a: '"forged"'
    struct.pack = lambda *a: b"\0" * 8
    for name in ("len", "type", "isinstance", "str", "repr", "int", "bytes", "print"):
        setattr(builtins, name, lambda *a, **k: "forged")
    os.write = lambda descriptor, data: None
    return "patched"
