"""The host's end of a real supervisor, for tests."""
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
MODULE = os.path.abspath(os.path.join(HERE, "..", "..", ".."))
WORKER = os.path.join(MODULE, "src", "main", "resources", "dev", "elm4j", "sandbox", "worker")
CLASSES = os.path.join(MODULE, "target", "classes")
sys.path.insert(0, WORKER)
sys.dont_write_bytecode = True
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)  # as the supervisor does

PYTHON = os.environ.get("SUPERVISOR_PYTHON") or ("/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable)
ROOT = os.geteuid() == 0
LIMITS = {"cpuMs": 2000, "wallMs": 20000, "compileMs": 5000, "memoryMb": 512, "outputBytes": 65536,
          "resultBytes": 1048576, "threads": 16}
NOBODY = 65534
FIRST = 30000 + os.getpid() % 290 * 100  # so that two runs of these tests at once do not take each other's programs
UIDS = "%d:%d" % (FIRST, FIRST + 99)
PLAIN = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if ROOT else {}  # of a process without rights


class Peer:
    """A supervisor as a child process, and what a host says to it."""

    def __init__(self, *arguments, plain=False, environment=None):
        """plain: as a user without rights; only root can choose that."""
        given = list(arguments)
        if ROOT and not plain:
            given += ["--uids", UIDS]
        who = PLAIN if plain else {}
        self.folder = _readable_copy()
        self.process = subprocess.Popen(
            [PYTHON, "-I", os.path.join(self.folder, "supervisor.py"), *given],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment or {}, cwd="/", **who)
        self.hello = self._read()

    def _read(self):
        head = self.process.stdout.read(4)
        if len(head) < 4:
            raise EOFError("the supervisor is gone")
        return json.loads(self.process.stdout.read(struct.unpack(">I", head)[0]))

    def raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def ask(self, request):
        data = json.dumps(request).encode("utf-8")
        self.raw(struct.pack(">I", len(data)) + data)
        return self._read()

    def run(self, source, inputs=((),), entry="run", language="python", guard="off", seed=1, **limits):
        """The answer to one program."""
        name = os.urandom(16).hex()
        answer = self.ask({
            "op": "run", "id": name, "language": language, "source": source, "entry": entry,
            "inputs": [list(i) for i in inputs], "limits": {**LIMITS, **limits}, "seed": seed, "guard": guard})
        assert answer["id"] == name, answer
        return answer

    def value(self, source, *arguments, **more):
        """The value of a program that has one."""
        answer = self.run(source, [arguments], **more)
        assert answer["status"] == "VALID", answer
        return answer["outcomes"][0]["value"]

    def forks(self, may):
        """Whether the supervisor, which must be a plain user's, may fork."""
        program = ("import resource as r\nhard = r.prlimit(%d, r.RLIMIT_NPROC)[1]\n"
                   "r.prlimit(%d, r.RLIMIT_NPROC, (%s, hard))")
        subprocess.run([PYTHON, "-I", "-c", program % (self.process.pid, self.process.pid, "hard" if may else "0")],
                       check=True, cwd="/", **PLAIN)

    def ping(self):
        return self.ask({"op": "ping", "id": "p"})

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()
        shutil.rmtree(self.folder)


def _readable_copy():
    """The worker's files where a plain user can read them, wherever the checkout lies."""
    folder = tempfile.mkdtemp(prefix="supervisor-test-")
    for name in os.listdir(WORKER):
        if name.endswith(".py"):
            shutil.copy(os.path.join(WORKER, name), folder)
    os.chmod(folder, 0o755)
    return folder


def java_arguments(folder):
    """Arguments for Java programs, with the compiled worker classes in a jar of the folder; None if there are none."""
    classes = os.path.join(CLASSES, "dev", "elm4j", "sandbox", "worker")
    java = shutil.which("java")
    if java is None or not os.path.isdir(classes) or not os.path.exists(os.path.join(classes, "Compiler.class")):
        return None
    jar = os.path.join(folder, "worker.jar")
    with zipfile.ZipFile(jar, "w") as archive:
        for name in sorted(os.listdir(classes)):
            if name.endswith(".class"):
                archive.write(os.path.join(classes, name), "dev/elm4j/sandbox/worker/" + name)
    os.chmod(folder, 0o755)
    os.chmod(jar, 0o644)
    home = os.environ.get("SUPERVISOR_JAVA") or os.path.dirname(os.path.dirname(os.path.realpath(java)))
    return ["--java", home, "--worker-jar", jar, "--languages", "python,java"]
