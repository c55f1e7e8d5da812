"""A peer that runs programs in itself, with no isolation at all. Of what a program could do, it tells only what begins
with its argument; "hide" tells nothing."""
import json
import os
import struct
import subprocess
import sys
import tempfile

ONLY = sys.argv[1]


def send(message):
    body = json.dumps(message).encode()
    sys.stdout.buffer.write(struct.pack(">I", len(body)) + body)
    sys.stdout.buffer.flush()


def read():
    head = sys.stdin.buffer.read(4)
    if len(head) < 4:
        sys.exit(0)
    return json.loads(sys.stdin.buffer.read(struct.unpack(">I", head)[0]))


def python(source, arguments):
    module = {}
    exec(source, module)
    return module["run"](*arguments)


def java(source, arguments):
    """Through a main of its own: files, folders, port, names, processes as lines."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "Probe.java"), "w") as file:
            file.write(source)
        lists = ["List.of(%s)" % ", ".join(json.dumps(x) for x in a) if isinstance(a, list) else str(a) for a in arguments]
        with open(os.path.join(folder, "Main.java"), "w") as file:
            file.write("import java.util.List; public class Main { public static void main(String[] a) {"
                       " Probe.run(%s).forEach(System.out::println); } }" % ", ".join(lists))
        subprocess.run(["javac", "-d", folder, "Probe.java", "Main.java"], cwd=folder, check=True)
        run = subprocess.run(["java", "-cp", folder, "Main"], cwd=folder, check=True, stdout=subprocess.PIPE)
        return run.stdout.decode().splitlines()


send({"hello": 1, "python": "3", "missing": []})
while True:
    request = read()
    with tempfile.TemporaryDirectory() as place:
        os.chdir(place)
        done = {"python": python, "java": java}[request["language"]](request["source"], request["inputs"][0])
        os.chdir("/")
    for folder in request["inputs"][0][1]:
        for left in ("elm4j-written", "elm4j-made"):
            path = os.path.join(folder, left)
            if os.path.isdir(path):
                os.rmdir(path)
            elif os.path.exists(path):
                os.unlink(path)
    told = [] if ONLY == "hide" else [act for act in done if act.startswith(ONLY)]
    send({"id": request["id"], "status": "VALID", "detail": "", "outcomes": [{"status": "VALID", "value": told}]})
