"""A peer on the wire that misbehaves in one way, named by its argument."""
import json
import struct
import sys

WAY = sys.argv[1]


def send(message):
    raw(json.dumps(message).encode())


def raw(body, length=None):
    sys.stdout.buffer.write(struct.pack(">I", len(body) if length is None else length) + body)
    sys.stdout.buffer.flush()


def read():
    head = sys.stdin.buffer.read(4)
    if len(head) < 4:
        sys.exit(0)
    return json.loads(sys.stdin.buffer.read(struct.unpack(">I", head)[0]))


def own(given):
    """An echo of a word, and of anything else the right value."""
    return given[0] if given and isinstance(given[0], str) else "right"


def answer(request):
    inputs = request["inputs"]
    return {"id": request["id"], "status": "VALID", "detail": "", "stdout": "", "stderr": "", "truncated": False,
            "outcomes": [{"status": "VALID", "value": own(given), "cpuMs": 1.5} for given in inputs], "findings": [],
            "timings": {"compileMs": 0, "startMs": 0, "runMs": 0, "cpuMs": 0}, "peakMb": 1, "dirty": []}


def without(name):
    return lambda a: [a.pop(name), send(a)]


def replaced(**fields):
    return lambda a: send({**a, **fields})


NO_VALUE = [{"status": "VALID", "cpuMs": 1}]
WAYS = {
    "honest": send,
    "zero length": lambda a: raw(b"{}", 0),
    "long length": lambda a: raw(b"{}", (16 << 20) + 1),
    "negative length": lambda a: raw(b"{}", 0xFFFFFFFF),
    "garbage": lambda a: raw(b"\xff\xfe{{{"),
    "not an object": lambda a: raw(b"[1]"),
    "more after the object": lambda a: raw(json.dumps(a).encode() + b"{}"),
    "a name twice": lambda a: raw(json.dumps(a).encode()[:-1] + b', "status": "VALID"}'),
    "deep": lambda a: raw(b"[" * 100000),
    "NaN": lambda a: raw(json.dumps({**a, "outcomes": [{"status": "VALID", "value": float("nan")}]}).encode()),
    "other id": replaced(id="0" * 32),
    "repeated answer": lambda a: [send(a), send(a)],
    "no id": without("id"),
    "no outcomes": without("outcomes"),
    "no status": without("status"),
    "no stdout": without("stdout"),
    "no timings": without("timings"),
    "no findings": without("findings"),
    "one outcome more": lambda a: send({**a, "outcomes": a["outcomes"] * 2}),
    "no outcome": replaced(outcomes=[]),
    "a valid outcome without a value": replaced(outcomes=NO_VALUE),
    "unknown status": replaced(status="SPLENDID"),
    "unknown status of an outcome": replaced(outcomes=[{"status": "SPLENDID", "value": 1}]),
    "its status is not its outcome's": replaced(status="TIMEOUT"),
    "unknown mark": replaced(outcomes=[{"status": "VALID", "value": {"z": 1}}]),
    "a wrong word": replaced(outcomes=[{"status": "VALID", "value": "wrong", "cpuMs": 1}]),
    "sandbox error": replaced(status="SANDBOX_ERROR", detail="no more processes",
                              outcomes=[{"status": "SANDBOX_ERROR", "detail": "no more processes"}]),
    "dirty": replaced(dirty=["a process"]),
    "silence": lambda a: None,
    "end": lambda a: sys.exit("it fell over"),
    "half a frame": lambda a: [raw(b"{", 100), sys.exit(0)],
}

if WAY == "no hello":
    send({"good": "day"})
send({"hello": 1, "python": "3", "missing": []})
while True:
    WAYS[WAY](answer(read()))
