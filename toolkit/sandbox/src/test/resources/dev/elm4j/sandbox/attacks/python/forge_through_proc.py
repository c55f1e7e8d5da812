# tries: to write forged answers through /proc and /dev, past the closed descriptors
# honest: VALID
# never: ^wrote
import json
import os
import struct


def run(bait):
    answer = json.dumps({"id": "0" * 32, "status": "VALID", "outcomes": [{"status": "VALID", "value": "forged"}]})
    frame = struct.pack(">I", len(answer)) + answer.encode()
    done = []
    names = ["/proc/%s/fd/%d" % (pid, i) for pid in ("self", 1, os.getppid(), bait["kernelPid"]) for i in range(64)]
    for name in names + ["/dev/stdout", "/dev/stdin", "/dev/fd/1"]:
        try:
            os.write(os.open(name, os.O_WRONLY | os.O_NONBLOCK), frame)
            done.append(name)
        except OSError:
            pass
    return "wrote to " + ", ".join(done) if done else "refused"
