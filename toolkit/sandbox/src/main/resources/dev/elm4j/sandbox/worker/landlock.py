"""Landlock (Linux 5.13 and newer): which files a process may open, without namespaces and without being root."""
import ctypes
import os
import struct

import kernel

CREATE, ADD, RESTRICT = 444, 445, 446  # the same numbers on every machine
EXECUTE, READ_FILE, READ_DIRECTORY = 1, 4, 8
NETWORK = 3   # bind and connect of TCP, from version 4
SCOPES = 3    # abstract sockets and signals of others, from version 6


def version():
    """The kernel's version of Landlock; 0 where there is none."""
    try:
        return kernel.syscall(CREATE, None, ctypes.c_size_t(0), 1)
    except OSError:
        return 0


def _handled(abi):
    rights = (1 << 13) - 1
    for since, bit in ((2, 13), (3, 14), (5, 15)):
        rights |= 1 << bit if abi >= since else 0
    return rights


def _attributes(abi):
    whole = struct.pack("=QQQ", _handled(abi), NETWORK, SCOPES)
    return whole[:8 if abi < 4 else 16 if abi < 6 else 24]


def _allow(rules, path, rights):
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # not there, or not for this user: then it is not readable for a program either
    try:
        if not os.path.isdir(path):
            rights &= ~READ_DIRECTORY
        kernel.syscall(ADD, rules, 1, struct.pack("=Qi", rights, opened), 0)
    finally:
        os.close(opened)


def rules(abi, readable, executable=()):
    """A descriptor of rules: reading below the paths, executing (and reading) below others, nothing else anywhere."""
    attributes = _attributes(abi)
    made = kernel.syscall(CREATE, attributes, ctypes.c_size_t(len(attributes)), 0)
    for path in readable:
        _allow(made, path, READ_FILE | READ_DIRECTORY)
    for path in executable:
        _allow(made, path, EXECUTE | READ_FILE | READ_DIRECTORY)
    return made


def enforce(made):
    """Puts this process under the rules; it must have no_new_privs."""
    kernel.syscall(RESTRICT, made, 0)
