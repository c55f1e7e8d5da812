"""What a child gives up before it runs a line that nobody has read: its user, its limits, its files, its calls."""
import collections
import os
import platform
import resource
import signal

import kernel
import landlock
import seccomp
import syscalls

PENDING = 64  # signals that wait, and timers

# uid: to change to, None to stay; memory: address space in bytes; cpu: seconds, the backstop of the supervisor's clock;
# threads and files: at once; stack: of the first thread, in bytes.
Plan = collections.namedtuple("Plan", "uid memory cpu threads files stack")


def machine():
    return platform.machine()


class Confinement:
    """The ways of confinement that this machine has; the same for every child."""

    def __init__(self, readable, directory):
        self.abi = landlock.version()
        self.table = syscalls.TABLES.get(machine())
        self._directory = directory
        self._filter = seccomp.Filter(self.table) if self.table else None
        # Made once: a child that reads nothing of its own below /proc enters a ready set of rules.
        self._rules = landlock.rules(self.abi, readable) if self.abi else None

    def enter(self, plan, launch=None, own_rules=None):
        """Confines this process, for good. Order matters: each step takes away what the next no longer needs."""
        os.setsid()
        _last_to_live()
        os.chdir(self._directory)
        rules = own_rules(self.abi) if own_rules and self.abi else self._rules
        self._become(plan.uid)
        # After the change of user, which clears it. The supervisor may have died before.
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        _limit(plan)
        if rules is not None:
            landlock.enforce(rules)
            os.close(rules)
        if self.table is not None:
            (seccomp.Filter(self.table, launch.address) if launch else self._filter).install()

    def _become(self, uid):
        if uid is not None:
            os.setgroups([])
            os.setresgid(uid, uid, uid)
            os.setresuid(uid, uid, uid)
        elif machine() in kernel.CAPSET:
            kernel.drop_capabilities(machine())


def _last_to_live():
    """When memory runs out, the kernel takes this process and not the supervisor."""
    kernel.prctl(kernel.PR_SET_DUMPABLE, 1)  # else the file is root's; programs can reach no other process meanwhile
    try:
        score = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
        os.write(score, b"1000")
        os.close(score)
    except OSError:
        pass  # where /proc is read-only; the address space is bounded anyway
    finally:
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)


def prepare_supervisor():
    """Gives up what the supervisor does not need either; every child inherits it.

    No new privileges by execve (the filter needs that of a plain user), no core dumps, no locked memory.
    """
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    for name in (resource.RLIMIT_CORE, resource.RLIMIT_MEMLOCK):
        resource.setrlimit(name, (0, 0))


def _limit(plan):
    limits = (
        (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, plan.files), (resource.RLIMIT_STACK, plan.stack),
        (resource.RLIMIT_CPU, plan.cpu), (resource.RLIMIT_AS, plan.memory),
        (resource.RLIMIT_SIGPENDING, PENDING),  # a user's signals and timers, of all its processes together
        (resource.RLIMIT_NPROC, plan.threads if plan.uid is not None else None))
    for name, most in limits:
        if most is not None:
            hard = _HARD[name]
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)
            _set(name, most)


def _set(name, most):
    try:
        resource.setrlimit(name, (most, most))
    except (OSError, ValueError):
        if name != resource.RLIMIT_SIGPENDING:  # gVisor has no such limit, and no user of the host's to share it with
            raise


_HARD = {name: resource.getrlimit(name)[1] for name in (
    resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE, resource.RLIMIT_STACK, resource.RLIMIT_CPU, resource.RLIMIT_AS,
    resource.RLIMIT_NPROC, resource.RLIMIT_SIGPENDING)}


def can_become(uid):
    """Whether a child of this process can change to the user: root of a container with too few rights cannot."""
    pid = os.fork()
    if pid == 0:
        try:
            os.setgroups([])
            os.setresgid(uid, uid, uid)
            os.setresuid(uid, uid, uid)
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitpid(pid, 0)[1] == 0


def in_user_namespace():
    """Whether user ids here are not those of the host: root is then nobody outside."""
    with open("/proc/self/uid_map") as mapped:
        return mapped.read().split() != ["0", "0", "4294967295"]
