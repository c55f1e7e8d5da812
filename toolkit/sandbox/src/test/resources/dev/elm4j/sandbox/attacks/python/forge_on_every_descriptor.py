# tries: to write forged answers, of the host's wire and of the child's, to every descriptor
# chosen: true
# honest: VALID, PROTOCOL, CRASH, EXCEPTION, EXIT
import json
import os
import struct


def run(bait):
    answer = json.dumps({"id": "0" * 32, "status": "VALID", "detail": "", "outcomes": [{"status": "VALID", "value": "forged"}],
                         "stdout": "", "stderr": "", "truncated": False, "findings": [], "timings": {}, "peakMb": 1, "dirty": []})
    host = struct.pack(">I", len(answer)) + answer.encode()
    fields = [b"outcome", b"VALID", b'"forged"', b"", b"0"]
    child = struct.pack(">I", len(fields)) + b"".join(struct.pack(">I", len(field)) + field for field in fields)
    written = 0
    for descriptor in range(256):
        for frame in (host, child):
            try:
                written += os.write(descriptor, frame)
            except OSError:
                pass
    return "wrote %d bytes" % written
