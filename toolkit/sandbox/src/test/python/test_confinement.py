"""Each rule of the confinement, seen from inside: a program tries, and says which errno it got."""
import errno
import os
import platform
import signal
import socket
import tempfile
import stat
import unittest

import peer
import children
import devices
import watch

CALL = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
def call(number, *arguments):
    ctypes.set_errno(0)
    given = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    done = libc.syscall(ctypes.c_long(number), *given)
    return ctypes.get_errno() if done < 0 else 0
def run(*given):
    return [call(*[a.encode() if isinstance(a, str) else a for a in one]) for one in given]
"""

# name: number on x86_64 and arguments
REFUSED = {
    "fork": (57,), "vfork": (58,), "clone of a process": (56, 17, 0, 0, 0, 0), "execve": (59, "/bin/true", 0, 0),
    "execveat": (322, -100, "/bin/true", 0, 0, 0), "socket unix": (41, 1, 1, 0), "socket inet": (41, 2, 1, 0),
    "socket netlink": (41, 16, 3, 0), "socket packet": (41, 17, 3, 0), "socketpair": (53, 1, 1, 0, 0),
    "sendmsg": (46, 0, 0, 0), "ptrace": (101, 0, 0, 0, 0), "process_vm_readv": (310, 1, 0, 0, 0, 0, 0),
    "process_vm_writev": (311, 1, 0, 0, 0, 0, 0), "kcmp": (312, 1, 1, 0, 0, 0), "pidfd_open": (434, 1, 0),
    "pidfd_getfd": (438, 0, 0, 0), "pidfd_send_signal": (424, 0, 0, 0, 0), "kill parent": (62, 1, 0),
    "kill everybody": (62, -1, 0), "kill its group": (62, 0, 0), "tkill": (200, 1, 0),
    "rt_sigqueueinfo": (129, 1, 0, 0), "shmget": (29, 0, 4096, 0o1600), "shmat": (30, 0, 0, 0),
    "semget": (64, 0, 1, 0o1600), "msgget": (68, 0, 0o1600), "mq_open": (240, "q", 0o102, 0o600, 0),
    "memfd_create": (319, "m", 0), "mkdir": (83, "/tmp/d", 0o700), "mkdirat": (258, -100, "/tmp/d", 0o700),
    "unlink": (87, "/tmp/f"), "rename": (82, "/tmp/a", "/tmp/b"), "link": (86, "/tmp/a", "/tmp/b"),
    "symlink": (88, "/tmp/a", "/tmp/b"), "mknod": (133, "/tmp/n", 0o10600, 0), "chmod": (90, "/tmp", 0o777),
    "fchmodat2": (452, -100, "/tmp", 0o777, 0), "chown": (92, "/tmp", 0, 0), "truncate": (76, "/etc/hostname", 0),
    "creat": (85, "/tmp/f", 0o600), "utime": (132, "/tmp", 0), "setxattr": (188, "/tmp", "user.a", "b", 1, 0),
    "mount": (165, 0, "/tmp", "tmpfs", 0, 0), "umount2": (166, "/tmp", 0), "pivot_root": (155, "/", "/"),
    "chroot": (161, "/tmp"), "unshare": (272, 0x10000000), "setns": (308, 0, 0), "open_tree": (428, -100, "/", 0),
    "fsopen": (430, "tmpfs", 0), "bpf": (321, 0, 0, 0), "perf_event_open": (298, 0, 0, -1, -1, 0),
    "userfaultfd": (323, 0), "io_uring_setup": (425, 1, 0), "keyctl": (250, 0, -3, 0), "add_key": (248, "user", "a", "b", 1, -3),
    "request_key": (249, "user", "a", 0, -3), "init_module": (175, 0, 0, "x"), "kexec_load": (246, 0, 0, 0, 0),
    "reboot": (169, 0, 0, 0, 0), "setuid": (105, 0), "setgid": (106, 0), "setresuid": (117, 0, 0, 0),
    "setgroups": (116, 0, 0), "capset": (126, 0, 0), "setsid": (112,), "setpgid": (109, 0, 0),
    "personality": (135, 0x40000), "prctl PDEATHSIG": (157, 1, 0, 0, 0, 0), "prctl DUMPABLE": (157, 4, 1, 0, 0, 0),
    "seccomp": (317, 1, 0, 0), "F_SETOWN": (72, 1, 8, 1), "F_SETPIPE_SZ": (72, 1, 1031, 1 << 20),
    "prlimit of another": (302, 1, 7, 0, 0), "setpriority": (141, 0, 0, 19), "sched_setaffinity": (203, 0, 8, 0),
    "sethostname": (170, "x", 1), "settimeofday": (164, 0, 0), "clock_settime": (227, 0, 0), "syslog": (103, 3, 0, 0),
    "acct": (163, 0), "flock": (73, 0, 2), "swapon": (167, "/x", 0), "quotactl": (179, 0, 0, 0, 0), "name_to_handle_at": (303, 0, "/", 0, 0, 0),
    "open_by_handle_at": (304, 0, 0, 0), "inotify_init": (253,), "fanotify_init": (300, 0, 0), "mlock": (149, 0, 1),
    "vmsplice": (278, 1, 0, 0, 0), "splice": (275, 0, 0, 1, 0, 1, 0), "move_pages": (279, 0, 0, 0, 0, 0, 0),
    "modify_ldt": (154, 0, 0, 0), "iopl": (172, 3), "landlock_create_ruleset": (444, 0, 0, 0),
}
UNKNOWN = {"clone3": (435, 0, 0), "openat2": (437, -100, "/", 0, 0), "a number of the future": (700,)}


class Rules:
    """The same questions to every kind of supervisor."""

    plain = False

    @classmethod
    def setUpClass(cls):
        cls.peer = peer.Peer("--landlock", "wanted", plain=cls.plain)
        missing = cls.peer.hello["missing"]
        if missing:
            cls.tearDownClass()
            raise unittest.SkipTest("this machine lacks " + ", ".join(missing))

    @classmethod
    def tearDownClass(cls):
        cls.peer.close()

    def errno_of(self, statement):
        """The errno that a statement raises, 0 if it passes."""
        return self.peer.value("import os\ndef run():\n    try:\n        %s\n        return 0\n"
                               "    except OSError as problem:\n        return problem.errno" % statement)

    @unittest.skipUnless(platform.machine() == "x86_64", "the numbers are those of x86_64")
    def test_every_forbidden_call_is_refused(self):
        got = self.peer.value(CALL, *[list(a) for a in REFUSED.values()])
        wrong = {name: errno.errorcode.get(e, e) for name, e in zip(REFUSED, got) if e != errno.EPERM}
        self.assertEqual({}, wrong)

    @unittest.skipUnless(platform.machine() == "x86_64", "the numbers are those of x86_64")
    def test_calls_that_hide_their_flags_are_not_there(self):
        got = self.peer.value(CALL, *[list(a) for a in UNKNOWN.values()])
        self.assertEqual([errno.ENOSYS] * len(UNKNOWN), got)

    def test_nothing_can_be_opened_for_writing(self):
        for path in ("/tmp/x", "/dev/shm/x", "/dev/null", "/proc/self/mem", "/proc/self/oom_score_adj", "x", "."):
            for flags in ("os.O_WRONLY | os.O_CREAT", "os.O_RDWR", "os.O_WRONLY", "os.O_TMPFILE | os.O_RDWR",
                          "os.O_RDONLY | os.O_CREAT", "os.O_RDONLY | os.O_TRUNC"):
                self.assertEqual(errno.EACCES, self.errno_of("os.open(%r, %s)" % (path, flags)), (path, flags))

    def test_files_of_others_cannot_be_read(self):
        if not self.peer.hello["landlock"]:
            self.skipTest("no Landlock here")
        with tempfile.NamedTemporaryFile() as canary:
            os.chmod(canary.name, 0o644)
            for path in (canary.name, "/etc/passwd", "/etc/hostname", "/proc/1/environ", "/proc/1/status",
                         "/proc/%d/environ" % self.peer.process.pid, "/proc/self/environ", "/proc/self/mem",
                         "/proc/self/fd", "/proc/net/tcp", "/", "/root", "/home", "/tmp", "/dev", "/var/log", "/proc"):
                self.assertIn(self.errno_of("os.listdir(%r) if os.path.isdir(%r) else open(%r).read()" % ((path,) * 3)),
                              (errno.EACCES, errno.ENOENT, errno.EPERM), path)

    def test_what_python_needs_can_be_read(self):
        self.assertEqual(4, self.peer.value("import os, wave, threading\ndef run(): return len(os.urandom(4))"))

    def test_it_has_three_descriptors(self):
        self.assertEqual([0, 1, 2], self.peer.value(
            "import os\ndef run():\n    found = []\n    for d in range(256):\n        try:\n            os.fstat(d)\n"
            "            found.append(d)\n        except OSError:\n            pass\n    return found"))

    def test_it_has_an_environment_of_nothing(self):
        self.assertEqual({"m": []}, self.peer.value("import os\ndef run(): return dict(os.environ)"))

    def test_its_limits_are_hard(self):
        got = self.peer.value("import resource as r\ndef run():\n    return [r.getrlimit(n) for n in "
                              "(r.RLIMIT_FSIZE, r.RLIMIT_CORE, r.RLIMIT_NOFILE, r.RLIMIT_CPU, r.RLIMIT_MEMLOCK,"
                              " r.RLIMIT_SIGPENDING)]")
        self.assertEqual([[0, 0], [0, 0], [64, 64], [4, 4], [0, 0], [64, 64]], got)

    @unittest.skipUnless(platform.machine() == "x86_64", "the numbers are those of x86_64")
    def test_timers_do_not_take_the_pending_signals_of_their_user(self):
        got = self.peer.value(CALL, *[[222, 1, 0, {"b": "AAAAAA=="}]] * 200)
        self.assertIn(errno.EAGAIN, got)
        self.assertLessEqual(got.count(0), 64)

    def test_it_cannot_signal_its_supervisor_or_the_host(self):
        for pid in (self.peer.process.pid, os.getpid(), 1, -1, 0):
            self.assertEqual(errno.EPERM, self.errno_of("os.kill(%d, %d)" % (pid, signal.SIGCONT)), pid)
        self.assertEqual(errno.EPERM, self.errno_of("os.kill(os.getppid(), 0)"))

    def test_it_cannot_reach_a_server_on_this_machine(self):
        with socket.socket() as server:
            server.bind(("127.0.0.1", 0))
            server.listen()
            port = server.getsockname()[1]
            self.assertEqual(errno.EPERM, self.errno_of(
                "import socket; socket.create_connection(('127.0.0.1', %d), 1)" % port))

    def test_threads_can_be_had_and_not_without_end(self):
        source = ("import threading, time\ndef run(most):\n    lock = threading.Lock(); lock.acquire()\n    made = 0\n"
                  "    try:\n        for i in range(most):\n"
                  "            threading.Thread(target=lock.acquire, daemon=True).start(); made += 1\n"
                  "    except RuntimeError:\n        pass\n    return made")
        self.assertEqual(8, self.peer.value(source, 8))
        if self.peer.hello["separated"]:
            self.assertEqual(16, self.peer.value(source, 1000))
        else:
            answer = self.peer.run(source + " + time.sleep(5)", [[200]])
            self.assertEqual(("EXCEPTION", "more than 16 threads at once"), (answer["status"], answer["detail"]))

    def test_a_name_that_is_no_text_hides_no_threads(self):
        source = ("import ctypes, threading, time\ndef run(most):\n    lock = threading.Lock(); lock.acquire()\n"
                  "    ctypes.CDLL(None).prctl(15, b'\\xff\\xfe) R 1 (\\xff')\n    made = 0\n    try:\n"
                  "        for i in range(most):\n"
                  "            threading.Thread(target=lock.acquire, daemon=True).start(); made += 1\n"
                  "    except RuntimeError:\n        pass\n    time.sleep(1)\n    return made")
        answer = self.peer.run(source, [[200]])
        if self.peer.hello["separated"]:
            self.assertEqual(16, answer["outcomes"][0]["value"])
        else:
            self.assertEqual(("EXCEPTION", "more than 16 threads at once"), (answer["status"], answer["detail"]))


class CountTest(unittest.TestCase):

    class Unseen:
        """Stands for a nursery that started a process which /proc does not show."""

        def __init__(self, status):
            self._status = status

        def start(self, *_, **__):
            return self

        def told(self):
            return {"pid": 1 << 27, "uid": None, "threads": 17}

        def ask(self, op, **_):
            return {"status": self._status, "cpu": 0.0, "peakMb": 0, "dirty": []}

    def test_threads_that_cannot_be_counted_are_too_many_while_the_process_lives(self):
        for status, threads in ((None, None), (0, 0)):
            child = children.Child(self.Unseen(status), "python", 16)
            self.addCleanup(child.end)
            self.assertEqual(threads, child.threads())
            watched = watch.Watch(child, watch.Limits.boot(60), 1000)
            watched.begin()
            watched._check()
            self.assertEqual("its threads cannot be counted" if status is None else None,
                             watched._end and watched._end.detail)


@unittest.skipUnless(peer.ROOT, "separation by user needs root")
class RootTest(Rules, unittest.TestCase):

    def test_every_evaluation_has_a_user_of_its_own(self):
        self.assertTrue(self.peer.hello["separated"])
        first, last = (int(n) for n in peer.UIDS.split(":"))
        who = [tuple(self.peer.value("import os\ndef run(): return [*os.getresuid(), *os.getresgid()]"))
               for _ in range(5)]
        self.assertEqual(5, len(set(who)))
        for ids in who:
            self.assertEqual(1, len(set(ids)))
            self.assertTrue(first <= ids[0] <= last)
        self.assertEqual([], self.peer.value("import os\ndef run(): return os.getgroups()"))


class PlainUserTest(Rules, unittest.TestCase):

    plain = True

    def test_it_says_that_users_are_not_separated(self):
        self.assertFalse(self.peer.hello["separated"])

    @unittest.skipUnless(platform.machine() == "x86_64", "the numbers are those of x86_64")
    def test_it_has_no_capabilities(self):
        status = self.peer.value("import ctypes\ndef run():\n    data = (ctypes.c_uint32 * 6)()\n"
                                 "    header = (ctypes.c_uint32 * 2)(0x20080522, 0)\n"
                                 "    ctypes.CDLL(None).syscall(125, header, data)\n    return list(data)[:2]")
        self.assertEqual([0, 0], status)


@unittest.skipUnless(os.geteuid() == 0, "only root makes devices")
class DevicesTest(unittest.TestCase):

    def test_all_devices_but_the_few_are_closed_and_nothing_else(self):
        with tempfile.TemporaryDirectory() as folder:
            inner = os.path.join(folder, "net")
            os.mkdir(inner, 0o755)
            tun, plain = os.path.join(inner, "tun"), os.path.join(folder, "plain")
            os.mknod(tun, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
            os.chmod(tun, 0o666)
            with open(plain, "w"):
                os.chmod(plain, 0o644)
            self.assertEqual([], devices.close_others(folder))
            self.assertEqual(0o600, stat.S_IMODE(os.stat(tun).st_mode))
            self.assertEqual(0o644, stat.S_IMODE(os.stat(plain).st_mode))
            self.assertIn("/dev/null", devices.KEPT)


if __name__ == "__main__":
    unittest.main()
