"""A Docker daemon: which one answers, what it holds, and one of our own where none answers.

Only `elm4j.py sandbox host up` and the tests start a daemon. It keeps everything in one folder of ours, changes nothing
of the host's network, leaves /etc/docker alone, and only a daemon that was started here is ever stopped here.
"""
from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.parse
from pathlib import Path
from typing import Dict, Iterable, Iterator, List, Optional

from output import Unavailable, short
from shell import tail

USUAL_SOCKET = "/var/run/docker.sock"
SOCKET_PATH_LIMIT = 100  # the kernel takes 107 bytes
READY_LIMIT, STOP_LIMIT, KILL_LIMIT = 30, 20, 5  # seconds
# Programs in a sandbox have no network, so the daemon needs no bridge, no firewall rules and no forwarding.
NO_NETWORK = ("--bridge=none", "--iptables=false", "--ip6tables=false", "--ip-forward=false", "--ip-masq=false")


# --------------------------------------------------------------------------------------------------- the API


class UnixConnection(http.client.HTTPConnection):
    """HTTP to a socket in the file system."""

    def __init__(self, path: str, timeout: float):
        super().__init__("localhost", timeout=timeout)
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


class Docker:
    """The few calls of the engine's API that the set-up makes. No `docker` program is needed."""

    def __init__(self, path: str):
        self.path = path

    @property
    def url(self) -> str:
        return "unix://" + self.path

    def call(self, method: str, path: str, body=None, limit: float = 15, kind: str = "application/x-tar",
             **query) -> bytes:
        """The answer's body. A body that is an iterable of bytes is sent in chunks."""
        connection = UnixConnection(self.path, limit)
        headers = {"Content-Type": kind} if body is not None else {}
        try:
            connection.request(method, path + "?" + urllib.parse.urlencode(query, doseq=True), body, headers)
            answer = connection.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException) as e:
            raise Unavailable("Docker at %s did not answer: %s." % (self.path, e), "Run: elm4j.py sandbox host status") from None
        finally:
            connection.close()
        if answer.status >= 400:
            raise Unavailable("Docker refused %s %s: %s" % (method, path, message(text)), "")
        return text

    def answers(self) -> bool:
        with contextlib.suppress(Unavailable):
            return self.call("GET", "/_ping", limit=5).startswith(b"OK")
        return False

    def info(self) -> Dict[str, object]:
        return json.loads(self.call("GET", "/info"))

    def image(self, name: str) -> Dict[str, str]:
        """The labels of an image, and its id among them; nothing where there is none of that name."""
        with contextlib.suppress(Unavailable):
            found = json.loads(self.call("GET", "/images/%s/json" % name))
            return dict(found["Config"].get("Labels") or {}, id=found["Id"])
        return {}

    def images(self, repository: str) -> List[str]:
        found = json.loads(self.call("GET", "/images/json", filters=json.dumps({"reference": [repository]})))
        return [name for image in found for name in image.get("RepoTags") or []]

    def forget(self, image: str) -> None:
        """Its layers go with the last image that has them; one that a container uses stays."""
        with contextlib.suppress(Unavailable):
            self.call("DELETE", "/images/" + image, limit=60)

    def import_root(self, tar: Iterable[bytes], name: str, changes: List[str]) -> None:
        repository, tag = name.split(":")
        # The answer is a stream of progress; an error in it comes with status 200.
        refused(self.call("POST", "/images/create", tar, limit=300, fromSrc="-", repo=repository, tag=tag, changes=changes))

    def build(self, context: bytes, name: str, network: str = "none") -> None:
        """By the classic builder, which needs no component beside the engine."""
        refused(self.call("POST", "/build", context, limit=900, t=name, version="1", networkmode=network, forcerm="1"))

    def containers(self) -> List[str]:
        return [c["Id"] for c in json.loads(self.call("GET", "/containers/json", all="1"))]

    def remove(self, container: str) -> None:
        self.call("DELETE", "/containers/" + container, force="1", v="1", limit=30)

    @contextlib.contextmanager
    def root_of(self, image: str):
        """The files of an image as an archive to read from."""
        made = json.loads(self.call("POST", "/containers/create", json.dumps({"Image": image, "Cmd": ["-"]}).encode(),
                                    kind="application/json"))["Id"]
        connection = UnixConnection(self.path, 300)
        try:
            connection.request("GET", "/containers/%s/export" % made)
            yield connection.getresponse()
        finally:
            connection.close()
            self.remove(made)


def message(answer: bytes) -> str:
    with contextlib.suppress(ValueError, KeyError, TypeError):
        return json.loads(answer)["message"].strip()
    return answer.decode(errors="replace").strip()[:300]


def refused(stream: bytes) -> None:
    for line in stream.splitlines():
        with contextlib.suppress(ValueError, AttributeError):
            error = json.loads(line).get("error")
            if error:
                raise Unavailable("Docker could not do it: %s" % error, "")


# ----------------------------------------------------------------------------------------------- the daemon


def find_program(name: str) -> str:
    """Also where a plain user's PATH does not lead."""
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/local/sbin", "/usr/sbin", "/sbin"])
    return shutil.which(name, path=path) or ""


def started_at(pid: int) -> str:
    """When a process started, in the kernel's ticks; with its number that names it for good. "" where there is none."""
    with contextlib.suppress(OSError, IndexError):
        fields = Path("/proc/%d/stat" % pid).read_text().rpartition(")")[2].split()
        return "" if fields[0] == "Z" else fields[19]
    return ""


class Host:
    """The Docker daemon of this machine, and ours where it has none."""

    def __init__(self, folder: Path, environ: Dict[str, str]):
        self.folder, self.environ = folder, environ
        self.record, self.log, self.settings = folder / "dockerd.json", folder / "dockerd.log", folder / "daemon.json"

    @property
    def socket(self) -> str:
        return str(self.folder / "docker.sock")

    def found(self) -> Optional[Docker]:
        """The daemon that answers: the one the environment names, else the usual one, else ours."""
        named = self.environ.get("DOCKER_HOST", "")
        paths = [named[len("unix://"):]] if named.startswith("unix://") else [] if named else [USUAL_SOCKET]
        return next((d for d in map(Docker, paths + [self.socket]) if d.answers()), None)

    def ours(self) -> int:
        """The number of the daemon that was started here and still runs, or 0."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            record = json.loads(self.record.read_text())
            if started_at(record["pid"]) == record["started"] != "":
                return record["pid"]
        return 0

    def describe(self) -> str:
        docker = self.found()
        if not docker:
            return ""
        info = docker.info()
        runtimes = [name for name in sorted(info.get("Runtimes") or {}) if not name.startswith("io.")]
        return "Docker %s at %s%s, runtimes %s" % (info.get("ServerVersion"), docker.path, ", ours" if self.is_ours(docker)
                                                   else "", ", ".join(runtimes))

    def is_ours(self, docker: Docker) -> bool:
        return docker.path == self.socket and self.ours() != 0

    # -- up

    def command(self) -> List[str]:
        return [find_program("dockerd"), "--config-file", self.settings, "--host", "unix://" + self.socket,
                "--data-root", self.folder / "data", "--exec-root", self.folder / "exec",
                "--pidfile", self.folder / "dockerd.pid", *NO_NETWORK]

    def runtimes(self) -> Dict[str, object]:
        """In a file of ours: the flag for it takes no arguments, and /etc/docker/daemon.json may contradict our flags."""
        runsc = find_program("runsc")  # without its own --network it refuses to start where Docker has no bridge
        return {"runtimes": {"runsc": {"path": runsc, "runtimeArgs": ["--network=none"]}} if runsc else {}}

    def start(self) -> None:
        if len(os.fsencode(self.socket)) > SOCKET_PATH_LIMIT:
            raise Unavailable("The path of Docker's socket would be too long: %s." % self.socket,
                              "Choose a shorter folder as ELM4J_HOME.")
        if os.geteuid() != 0 or not find_program("dockerd"):
            raise Unavailable("No Docker daemon answers, and one can be started only by root, with docker.io installed.",
                              "Start Docker, or run as root: elm4j.py sandbox host up")
        self.end_daemon()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.settings.write_text(json.dumps(self.runtimes()))
        with open(self.log, "ab") as out:
            daemon = subprocess.Popen([str(word) for word in self.command()], stdin=subprocess.DEVNULL, stdout=out,
                                      stderr=subprocess.STDOUT, start_new_session=True, cwd="/")
        self.record.write_text(json.dumps({"pid": daemon.pid, "started": started_at(daemon.pid)}))
        self.await_ready(daemon)

    def await_ready(self, daemon: subprocess.Popen) -> None:
        deadline = time.monotonic() + READY_LIMIT
        while not Docker(self.socket).answers():
            if daemon.poll() is not None or time.monotonic() > deadline:
                self.end_daemon()
                raise Unavailable("The Docker daemon did not come up.", "See %s." % short(self.log), tail(self.log))
            time.sleep(0.1)

    # -- down

    def stop(self) -> bool:
        """Ends the daemon that was started here, with all it ran; says whether there was one."""
        if self.record.exists() and not self.ours():
            with contextlib.suppress(Unavailable):
                self.start()  # it was killed, and only a daemon knows the containers that outlived it
        there = self.ours() != 0
        if there:
            docker = Docker(self.socket)
            with contextlib.suppress(Unavailable):
                for container in docker.containers():
                    docker.remove(container)
        self.end_daemon()
        return there

    def end_daemon(self) -> None:
        """Also clears what one that was killed left: its process file stops the next, and its helpers live on."""
        pid = self.ours()
        if pid:
            end(pid, STOP_LIMIT)
        for helper in self.helpers():
            end(helper, 2)
        if os.geteuid() == 0:
            for mounted in mounts_in(self.folder, Path("/proc/self/mountinfo").read_text()):
                unmount(mounted)
        for left in (self.record, self.folder / "dockerd.pid", Path(self.socket),
                     self.folder / "exec/containerd/containerd.pid"):
            with contextlib.suppress(OSError):
                left.unlink()

    def helpers(self) -> Iterator[int]:
        """containerd, its shims and gVisor: processes of Docker's that name our folder in their command line."""
        for entry in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                words = (entry / "cmdline").read_bytes().split(b"\0")
                ours = any(os.fsencode(self.folder / "exec") in word for word in words)
                if ours and os.path.basename(words[0]).startswith((b"containerd", b"runsc")):
                    yield int(entry.name)


def mounts_in(folder: Path, mountinfo: str) -> List[str]:
    """What is mounted in a folder, innermost first. Docker leaves its data folder mounted on itself."""
    points = (line.split()[4].encode().decode("unicode_escape") for line in mountinfo.splitlines())
    return sorted((p for p in points if p.startswith(str(folder) + os.sep)), reverse=True)


def unmount(point: str) -> None:
    """Also where a process that ends just now still holds a file there: the kernel clears it away with that one."""
    if subprocess.run(["umount", point], capture_output=True).returncode:
        subprocess.run(["umount", "--lazy", point], capture_output=True)


def end(pid: int, limit: float) -> None:
    """Asks a process to end, and ends it when it does not; returns when it has."""
    started = started_at(pid)
    for number, patience in ((signal.SIGTERM, limit), (signal.SIGKILL, KILL_LIMIT)):
        with contextlib.suppress(ProcessLookupError):
            if not started or started_at(pid) != started:
                return
            os.kill(pid, number)
            await_end(pid, started, patience)


def await_end(pid: int, started: str, limit: float) -> None:
    deadline = time.monotonic() + limit
    while started_at(pid) == started and time.monotonic() < deadline:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)
        time.sleep(0.1)
