"""Calls to the kernel that the standard library does not have, through the C library."""
import ctypes
import os

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP = 1, 4, 22
PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 36, 38
CAPSET = {"x86_64": 126, "aarch64": 91}

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long


def failure(what):
    code = ctypes.get_errno()
    return OSError(code, "%s: %s" % (what, os.strerror(code)))


def prctl(option, value=0, pointer=None):
    """prctl(2); raises OSError."""
    done = _libc.prctl(option, ctypes.c_ulong(value), pointer, ctypes.c_ulong(0), ctypes.c_ulong(0))
    if done < 0:
        raise failure("prctl %d" % option)
    return done


def syscall(number, *arguments):
    """A system call by number: integers, bytes and ctypes objects as arguments; raises OSError."""
    plain = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    done = _libc.syscall(ctypes.c_long(number), *plain)
    if done < 0:
        raise failure("system call %d" % number)
    return done


def drop_capabilities(machine):
    """Gives up every capability: a root that could not change its uid is left with no more than files it owns."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    syscall(CAPSET[machine], header, (ctypes.c_uint32 * 6)())


class Launch:
    """A program to change into, its strings laid out beforehand.

    The filter lets execve through for the one address of this path, so that what runs afterwards cannot use it again
    without guessing where the string once was in a process that no longer exists.
    """

    def __init__(self, argv, environment):
        self._path = ctypes.create_string_buffer(os.fsencode(argv[0]))
        self._argv = self._strings(argv)
        self._environment = self._strings(["%s=%s" % pair for pair in sorted(environment.items())])
        self.address = ctypes.addressof(self._path)

    @staticmethod
    def _strings(texts):
        return (ctypes.c_char_p * (len(texts) + 1))(*[os.fsencode(t) for t in texts], None)

    def run(self):
        """Becomes the program; returns only by raising OSError."""
        _libc.execve(self._path, self._argv, self._environment)
        raise failure("execve " + os.fsdecode(self._path.value))
