"""The nursery: the process that forks, and never sees a request, a program or an answer.

A fork inherits the memory of the process that forks. If that were the one that reads requests, a program could find the
programs, arguments and values of those before it in freed memory. So there are two: the nursery, which is told only how
much memory, time and threads a child gets, and the supervisor's front, its own child, which talks to the host and to the
children and forks nothing. A child gets its program on its own channel.
"""
import collections
import json
import os
import socket

import confine
import devices
import java_virtual_machine
import kernel
import probe
import processes
import python_program
import readable
import uids

LONGEST = 1 << 16  # of a message between the two, in bytes


class Birth:
    """A child that was asked for; the nursery answers when it comes to it."""

    def __init__(self, settle):
        self._settle, self._said = settle, None

    def tell(self, said):
        self._said = said

    def told(self):
        """Its process id and what bounds its threads; raises OSError if it could not be started."""
        if self._said is None:
            self._settle()
        if "problem" in self._said:
            raise OSError(self._said["problem"])
        return self._said


class Front:
    """The nursery as its front sees it. It answers one message after the other."""

    def __init__(self, channel):
        self._channel = channel
        self._unborn = collections.deque()  # births whose answers have not been read

    def ask(self, **message):
        """The answer to a message."""
        self._channel.send(json.dumps(message).encode("utf-8"))
        self._settle()
        return self.hear()

    def start(self, what, ends, **more):
        """Has a child started that gets the three ends, without waiting."""
        socket.send_fds(self._channel, [json.dumps({"op": "start", "what": what, **more}).encode("utf-8")], ends)
        birth = Birth(self._settle)
        self._unborn.append(birth)
        return birth

    def _settle(self):
        """Reads the answers of all births."""
        while self._unborn:
            said = self.hear()
            self._unborn.popleft().tell(said)

    def hear(self):
        said = self._channel.recv(LONGEST)
        if not said:
            raise EOFError("the nursery is gone")
        return json.loads(said)


class Nursery:
    """Starts children as it is told, and ends them."""

    def __init__(self, settings, front_pid):
        self._settings, self._front_pid = settings, front_pid
        self._missing, self._found = [], uids.owners()
        if settings.own_devices:
            self._missing += devices.close_others()
        self._uids = self._user_range(settings)
        self._confinement = confine.Confinement(readable.for_python(settings.numpy), settings.directory)
        self._numpy = self._prepared(settings.numpy)
        self._python = python_program.Births(self._confinement)
        self._jvms = self._virtual_machines(settings)
        self._probe()

    def _user_range(self, settings):
        if os.geteuid() != 0 or not settings.uids:
            return None
        first, last = (int(n) for n in settings.uids.split(":"))
        if confine.can_become(first):
            return uids.Uids(first, last)
        if not confine.in_user_namespace():
            self._missing.append("a user id per evaluation (this root may not change its user)")
        return None

    def _prepared(self, numpy):
        try:
            return python_program.prepare(numpy)
        except ImportError as problem:
            self._missing.append("numpy (%s)" % problem)
            return python_program.prepare(False)

    def _virtual_machines(self, settings):
        if "java" not in settings.languages.split(","):
            return None
        try:
            return java_virtual_machine.Births(settings, self._confinement)
        except (OSError, TypeError) as problem:
            self._missing.append("Java (%s)" % problem)
            return None

    def _probe(self):
        if self._confinement.table is None:
            self._missing.append("seccomp filter for %s" % confine.machine())
        else:
            plan = self._python.plan(self._uid(), {"memory": 64 << 20, "cpu": 10, "threads": 1})
            self._missing += probe.faults(self._confinement, plan)
        if self._confinement.abi == 0 and self._settings.landlock == "required":
            self._missing.append("Landlock (Linux 5.13 or newer, and switched on)")
        if len(os.listdir("/proc/self/task")) != 1:
            self._missing.append("a supervisor of one thread (a library started more)")

    def _uid(self):
        return self._uids.take(self._found) if self._uids else None

    def report(self):
        """What the host is to know."""
        return {
            "pid": os.getpid(), "uid": os.getuid(), "separated": self._uids is not None,
            "landlock": self._confinement.abi, "numpy": self._numpy, "missing": self._missing,
            "java": self._jvms.version() if self._jvms else None}

    def serve(self, channel):
        """Answers the front until it is gone."""
        try:
            channel.send(json.dumps(self.report()).encode("utf-8"))
            while self._serve_one(channel):
                pass
        except ConnectionError:
            pass  # gone with something of ours unread

    def _serve_one(self, channel):
        said, ends, _, _ = socket.recv_fds(channel, LONGEST, 3)
        if said:
            answer = self._answer(json.loads(said), ends)
            for end in ends:
                os.close(end)
            channel.send(json.dumps(answer).encode("utf-8"))
        return bool(said)

    def _answer(self, message, ends):
        return {"start": self._start, "ended": self._ended, "end": self._end, "count": self._count}[message["op"]](
            message, ends)

    def _start(self, message, ends):
        try:
            births = self._python if message["what"] == "python" else self._jvms
            plan = births.plan(self._uid(), message)
            pid = processes.start(births.body(plan, message), ends)
        except OSError as problem:
            return {"problem": str(problem)}
        # the kernel counts threads by user: where others have the same one, the front counts
        return {"pid": pid, "uid": plan.uid, "threads": plan.threads if plan.uid is None else None}

    def _ended(self, message, ends):
        return _told(processes.ended(message["pid"]))

    def _end(self, message, ends):
        told = _told(processes.kill(message["pid"]))
        told["dirty"], self._found = processes.leftovers(message["uid"], (self._front_pid,))
        return told

    def _count(self, message, ends):
        return {"processes": processes.count(), "files": len(os.listdir("/proc/self/fd")) - 1}


def _told(end):
    if end is None:
        return {"status": None}
    status, usage = end
    return {"status": status, "cpu": usage.ru_utime + usage.ru_stime, "peakMb": usage.ru_maxrss // 1024}


def split(front):
    """Forks the front, which runs the function with its Front and never returns; answers channel and process id."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    parent, pid = os.getpid(), os.fork()
    if pid:
        theirs.close()
        return ours, pid
    code = 1
    try:
        ours.close()
        kernel.prctl(kernel.PR_SET_PDEATHSIG, 9)
        if os.getppid() != parent:
            return None, 0  # it died before that
        if confine.machine() in kernel.CAPSET:
            kernel.drop_capabilities(confine.machine())  # it reads what programs send, and needs none
        front(Front(theirs))
        code = 0
    finally:
        os._exit(code)
