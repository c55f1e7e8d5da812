"""The loop of the supervisor: its arguments, its first word to the host, and one request after the other."""
import argparse
import json
import os
import platform
import resource
import signal
import sys
import traceback

import answers
import children
import confine
import frames
import java_program
import java_virtual_machine
import kernel
import probe
import python_program
import readable
import uids
import watch

FILES = 256  # descriptors the supervisor may have; children.close_others relies on it


def arguments(given):
    parser = argparse.ArgumentParser(prog="supervisor", allow_abbrev=False)
    parser.add_argument("--java", help="Java home")
    parser.add_argument("--worker-jar", help="classes of the compiler and the runner")
    parser.add_argument("--pool", type=int, default=2, help="JVMs that wait for a program")
    parser.add_argument("--numpy", action="store_true", help="import numpy beforehand")
    parser.add_argument("--uids", help="FIRST:LAST, one for each evaluation; only for root")
    parser.add_argument("--landlock", choices=("required", "wanted"), default="wanted")
    parser.add_argument("--languages", default="python", help="of python, java; with a comma between")
    parser.add_argument("--directory", default="/sandbox" if os.path.isdir("/sandbox") else "/",
                        help="where programs find themselves; nothing can be written there")
    return parser.parse_args(given)


class Households:
    """A user id for each evaluation, and nobody of it left afterwards."""

    def __init__(self, given):
        self._uids = uids.Uids(*(int(n) for n in given.split(":"))) if given else None
        self._found = uids.owners()

    def uid(self):
        return self._uids.take(self._found) if self._uids else None

    def leave(self, uid):
        left, self._found = children.leftovers(uid)
        return left


def take_over_streams():
    """The host's ends of stdin and stdout, moved to where nothing prints by mistake."""
    requests = os.dup(0)
    watch.end_with(requests)
    host = frames.Host(requests, os.dup(1))
    nothing = os.open("/dev/null", os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    return host


def settle():
    """Makes this process fit for its place: not readable by others, the parent of every orphan, few descriptors."""
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    confine.prepare_supervisor()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(FILES, hard), hard))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a notebook's interrupt is the host's to handle
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)  # time is limited, not digits, and every Python is to answer alike


class Service:
    """Answers requests until the host is gone."""

    def __init__(self, settings, host):
        self._settings, self._host = settings, host
        self._languages = settings.languages.split(",")
        self._evaluations = 0
        self._missing = []
        given = settings.uids if os.geteuid() == 0 and self._can_change_user(settings) else None
        self.households = Households(given)
        self.separated = given is not None
        self.confinement = confine.Confinement(readable.for_python(settings.numpy), settings.directory)
        self._numpy = self._prepared(settings.numpy)
        self._python = python_program.PythonPrograms(self.confinement, self.households)
        self._java = self._jvms()
        self._probe()

    def _can_change_user(self, settings):
        if not settings.uids:
            return False
        if confine.can_become(int(settings.uids.split(":")[0])):
            return True
        if not confine.in_user_namespace():
            self._missing.append("a user id per evaluation (this root may not change its user)")
        return False

    def _prepared(self, numpy):
        try:
            return python_program.prepare(numpy)
        except ImportError as problem:
            self._missing.append("numpy (%s)" % problem)
            return python_program.prepare(False)

    def _jvms(self):
        """What runs Java programs; None where it is not asked for or cannot be had."""
        if "java" not in self._languages:
            return None
        try:
            jvms = java_virtual_machine.VirtualMachines(self._settings, self.confinement, self.households)
            java = java_program.JavaPrograms(jvms, self._settings.pool)
            java.open()
            return java
        except (OSError, TypeError, watch.Ended) as problem:
            self._missing.append("Java (%s)" % problem)
            return None

    def _probe(self):
        if self.confinement.table is None:
            self._missing.append("seccomp filter for %s" % confine.machine())
        if self.confinement.abi == 0 and self._settings.landlock == "required":
            self._missing.append("Landlock (Linux 5.13 or newer, and switched on)")
        if self.confinement.table is not None:
            holes = probe.holes(self.confinement, self._python.plan(64 << 20, 10, 1))
            self._missing.extend("a confinement that holds (a program %s)" % hole for hole in holes)
        if len(os.listdir("/proc/self/task")) != 1:
            self._missing.append("a supervisor of one thread (a library started more)")

    def missing(self):
        """What a host must know to be lacking, in words; with anything here it should not offer this tier."""
        return list(self._missing)

    def hello(self):
        self._host.write(json.dumps({
            "hello": 1, "pid": os.getpid(), "uid": os.getuid(), "separated": self.separated,
            "landlock": self.confinement.abi, "seccomp": "allow-list", "uname": " ".join(os.uname()),
            "python": platform.python_version(), "numpy": self._numpy, "java": self._java.version if self._java else None,
            "machine": confine.machine(), "missing": self._missing}))

    def loop(self):
        while True:
            if self._java:
                self._java.refill()  # between requests: what boots meanwhile costs no request its time
            request = self._host.read()
            if request is None or request["op"] == "exit":
                return
            self._host.write(self._ping(request) if request["op"] == "ping" else self._run(request))

    def _ping(self, request):
        return json.dumps({"id": request["id"], "pong": True, "evaluations": self._evaluations,
                           "files": len(os.listdir("/proc/self/fd")) - 1, "processes": children.count()})

    def _run(self, request):
        self._evaluations += 1
        answer = answers.Answer(request["id"], len(request["inputs"]), request["limits"]["resultBytes"])
        try:
            programs = {"python": self._python, "java": self._java}.get(request["language"])
            if programs is None or request["language"] not in self._languages:
                answer.ended("SANDBOX_ERROR", "this slot was started without %s" % request["language"])
            else:
                programs.run(request, answer)
        except Exception:
            answer.ended("SANDBOX_ERROR", traceback.format_exc()[-2000:])
        return answer.text()


def serve(settings):
    host = take_over_streams()
    settle()
    service = Service(settings, host)
    service.hello()
    service.loop()
