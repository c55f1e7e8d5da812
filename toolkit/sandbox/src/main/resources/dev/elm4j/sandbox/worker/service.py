"""The loop of the supervisor: its arguments, its first word to the host, and one request after the other."""
import argparse
import gc
import json
import os
import platform
import resource
import signal
import sys
import traceback

import answers
import confine
import frames
import java_program
import kernel
import nursery
import processes
import python_program
import watch

FILES = 256  # descriptors the supervisor may have; processes.close_others relies on it


def arguments(given):
    parser = argparse.ArgumentParser(prog="supervisor", allow_abbrev=False)
    parser.add_argument("--java", help="Java home")
    parser.add_argument("--worker-jar", help="classes of the compiler and the runner")
    parser.add_argument("--pool", type=int, default=2, help="JVMs that wait for a program")
    parser.add_argument("--numpy", action="store_true", help="import numpy beforehand")
    parser.add_argument("--uids", help="FIRST:LAST, one for each evaluation; only for root")
    parser.add_argument("--landlock", choices=("required", "wanted"), default="wanted")
    parser.add_argument("--own-devices", action="store_true", help="/dev is this container's own: close what is not needed")
    parser.add_argument("--languages", default="python", help="of python, java; with a comma between")
    parser.add_argument("--directory", default="/sandbox" if os.path.isdir("/sandbox") else "/",
                        help="where programs find themselves; nothing can be written there")
    return parser.parse_args(given)


def take_over_streams():
    """The host's ends of stdin and stdout, moved to where nothing prints by mistake."""
    host = frames.Host(os.dup(0), os.dup(1))
    processes.no_input()
    os.dup2(2, 1)
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
        sys.set_int_max_str_digits(0)  # every Python is to answer alike; values.py has a limit of its own


class Service:
    """Answers requests until the host is gone."""

    def __init__(self, settings, host, nursery):
        self._settings, self._host, self._nursery = settings, host, nursery
        self._languages = settings.languages.split(",")
        self._evaluations = 0
        self._report = nursery.hear()
        self._programs = self._of_each_language()

    def _of_each_language(self):
        programs = {"python": python_program.PythonPrograms(self._nursery)} if "python" in self._languages else {}
        java = self._virtual_machines() if self._report["java"] else None
        return {**programs, "java": java} if java else programs

    def _virtual_machines(self):
        java = java_program.JavaPrograms(self._nursery, self._settings.pool)
        try:
            java.open()
            return java
        except (OSError, watch.Ended) as problem:
            self._report["missing"].append("Java (%s)" % problem)
            self._report["java"] = None
            return None

    def hello(self):
        self._host.write(json.dumps({
            "hello": 1, "seccomp": "allow-list", "uname": " ".join(os.uname()), "machine": confine.machine(),
            "python": platform.python_version(), **self._report}))

    def loop(self):
        while True:
            for programs in self._programs.values():
                programs.refill()  # between requests: what boots meanwhile costs no request its time
            request = self._host.read()
            if request is None or request["op"] == "exit":
                return
            self._host.write(self._ping(request) if request["op"] == "ping" else self._run(request))
            gc.collect()

    def _ping(self, request):
        below = self._nursery.ask(op="count")
        return json.dumps({"id": request["id"], "pong": True, "evaluations": self._evaluations,
                           "files": len(os.listdir("/proc/self/fd")) - 1 + below["files"],
                           "processes": below["processes"]})

    def _run(self, request):
        self._evaluations += 1
        if len(request["inputs"]) > answers.MOST_INPUTS:
            return answers.refusal(request["id"], "a request may have %s inputs, but this one has %s" % (
                format(answers.MOST_INPUTS, ","), format(len(request["inputs"]), ",")))
        answer = answers.Answer(request["id"], len(request["inputs"]), request["limits"]["resultBytes"])
        try:
            programs = self._programs.get(request["language"])
            if programs is None:
                answer.ended("SANDBOX_ERROR", "this slot was started without %s" % request["language"])
            else:
                programs.run(request, answer)
        except Exception:
            # Values that came are no answer either: what was printed is lost, and its process may live.
            answer = answers.Answer(request["id"], len(request["inputs"]), request["limits"]["resultBytes"])
            answer.ended("SANDBOX_ERROR", traceback.format_exc()[-2000:])
        return answer.text()


def serve(settings):
    """Runs the nursery in this process and the front in a child of it, until the host is gone."""
    settle()

    def front(nursery_channel):
        host = take_over_streams()
        watch.end_with(host.incoming)
        service = Service(settings, host, nursery_channel)
        # Only between requests: amid a large answer it would look through all of it again and again.
        gc.disable()
        gc.freeze()
        service.hello()
        service.loop()

    channel, front_pid = nursery.split(front)
    processes.no_input()  # the host's ends belong to the front alone
    os.dup2(2, 1)
    nursery.Nursery(settings, front_pid).serve(channel)
    raise SystemExit(processes.exit_code(front_pid))
