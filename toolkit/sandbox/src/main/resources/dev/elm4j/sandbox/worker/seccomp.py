"""The filter on system calls: an allow-list as a program of the kernel's packet filter, installed by the child itself.

Every decision is made on numbers and flags in registers, never on memory that another thread could change meanwhile.
"""
import ctypes
import errno
import os
import struct

import kernel

LOAD, EQUAL, GREATER, MASK, RETURN = 0x20, 0x15, 0x25, 0x45, 0x06
ALLOW, KILL, ERROR = 0x7FFF0000, 0x80000000, 0x00050000
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16

# O_WRONLY O_RDWR O_CREAT O_TRUNC O_APPEND and the bit of O_TMPFILE. O_PATH is refused too: nobody needs it here.
WRITING = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000 | 0o20000000 | 0o10000000
CLONE_THREAD = 0x10000
CLONE_OTHERS = 0x7E020000 | 0x80 | 0x8000 | 0x1000 | 0x4000  # namespaces, parent, pidfd, vfork: never with a thread
# F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETLK, F_DUPFD_CLOEXEC, F_GETPIPE_SZ. F_SETOWN and F_SETSIG are not
# here: they make the kernel send a signal of one's choice to another process of the same user.
FCNTL = (0, 1, 2, 3, 4, 5, 1030, 1032)
# TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX
IOCTL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
# PR_GET_DUMPABLE, PR_SET_NAME, PR_GET_NAME, PR_GET_SECCOMP, PR_CAPBSET_READ, PR_SET/GET_TIMERSLACK,
# PR_GET_NO_NEW_PRIVS, PR_SET_VMA. Not PR_SET_PDEATHSIG: a program must die with its supervisor.
PRCTL = (3, 15, 16, 21, 23, 29, 30, 39, 0x53564D41)


def _op(code, value, yes=0, no=0):
    return struct.pack("=HBBI", code, yes, no, value & 0xFFFFFFFF)


def _answer(value):
    return [_op(RETURN, value)]


def _refuse(code=errno.EPERM):
    return _answer(ERROR | code)


def _when_equal(value, block):
    """The block, jumped over unless the loaded word is the value; a block never falls through."""
    return [_op(EQUAL, value, 0, len(block))] + block


def _word(argument, high=False):
    # the low word comes first on every machine in the tables
    return [_op(LOAD, ARGUMENTS + 8 * argument + (4 if high else 0))]


def _one_of(argument, values, code=errno.EPERM):
    block = _word(argument)
    for value in values:
        block += _when_equal(value, _answer(ALLOW))
    return block + _refuse(code)


def _without(argument, bits, code):
    return _word(argument) + [_op(MASK, bits, 0, 1)] + _refuse(code) + _answer(ALLOW)


def _thread():
    """clone: a thread of this process and nothing else."""
    return (_word(0) + [_op(MASK, CLONE_OTHERS, 0, 1)] + _refuse()
            + [_op(MASK, CLONE_THREAD, 0, 1)] + _answer(ALLOW) + _refuse())


def _address(argument, value):
    """Allowed for one 64-bit value of the argument."""
    return (_word(argument) + [_op(EQUAL, value, 1, 0)] + _refuse()
            + _word(argument, high=True) + [_op(EQUAL, value >> 32, 1, 0)] + _refuse() + _answer(ALLOW))


def _checks(pid, launch):
    return {
        "open": _without(1, WRITING, errno.EACCES),
        "openat": _without(2, WRITING, errno.EACCES),
        "clone": _thread(),
        "execve": _address(0, launch) if launch else _refuse(),
        "kill": _one_of(0, [pid]),
        "tgkill": _one_of(0, [pid]),
        "fcntl": _one_of(1, FCNTL),
        "ioctl": _one_of(1, IOCTL, errno.ENOTTY),
        "prctl": _one_of(0, PRCTL),
        "prlimit64": _one_of(0, [0, pid]),
    }


def _ranges(numbers):
    """Sorted numbers as (first, last) of runs without a gap."""
    runs = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [tuple(run) for run in runs]


def _allowed(numbers):
    """Runs in rising order: above the last of a run goes on to the next, below its first is not in any."""
    code = []
    for first, last in _ranges(numbers):
        inside = [_op(GREATER, first - 1, 0, 1)] + _answer(ALLOW) if first > 0 else _answer(ALLOW)
        code += [_op(GREATER, last, len(inside), 0)] + inside
    return code


def instructions(table, pid, launch=0):
    """The filter as a list of instructions of 8 bytes.

    table: the machine's; pid: of the process that installs it, the only one it may signal; launch: the address of the
    path that execve may name, 0 for none.
    """
    code = [_op(LOAD, ARCHITECTURE), _op(EQUAL, table.audit, 1, 0)] + _answer(KILL) + [_op(LOAD, NUMBER)]
    for number in table.unknown.values():
        code += _when_equal(number, _refuse(errno.ENOSYS))
    checks = _checks(pid, launch)
    for name, number in table.checked.items():
        code += _when_equal(number, checks[name])
    code += _allowed(table.allowed.values())
    # also the numbers of the x32 ABI, which begin at 0x40000000
    return code + [_op(GREATER, table.newest, 0, 1)] + _refuse(errno.ENOSYS) + _refuse()


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("code", ctypes.c_void_p)]


class Filter:
    """A filter made before the fork, so that the child has little to do: only its process id is put in."""

    def __init__(self, table, launch=0):
        code = instructions(table, _ANYONE, launch)
        text = b"".join(code)
        self._memory = ctypes.create_string_buffer(text, len(text))
        self._program = _Program(len(code), ctypes.cast(self._memory, ctypes.c_void_p))
        self._places = [8 * i + 4 for i, op in enumerate(code) if op[4:] == struct.pack("=I", _ANYONE)]

    def install(self):
        """Puts this process, and every thread it will have, under the filter; raises OSError. It cannot be undone."""
        pid = struct.pack("=I", os.getpid())
        for place in self._places:
            self._memory[place:place + 4] = pid
        kernel.prctl(kernel.PR_SET_SECCOMP, 2, ctypes.byref(self._program))


_ANYONE = 0x7A7A7A7A  # stands for the process id; larger than any
