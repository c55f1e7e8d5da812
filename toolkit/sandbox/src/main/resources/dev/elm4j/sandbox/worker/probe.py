"""Tries the confinement before anybody relies on it: what a look at version numbers cannot tell."""
import os
import socket

PORT = 9  # of no matter whom: the socket itself must not come to be


def faults(confinement, plan):
    """What a confined process could do all the same, or not do that it must, in words; empty if all is well."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(read)
            confinement.enter(plan)
            found = ["a confinement that holds (a program %s)" % name for name, attempt in _ATTEMPTS if _passes(attempt)]
            if confinement.abi and _passes(lambda: os.listdir("/")):
                found.append("a confinement that holds (a program listed files outside of its own)")
            if not _passes(lambda: os.close(os.open(os.__file__, os.O_RDONLY))):
                found.append("a Python whose library every user can read")
            os.write(write, "\n".join(["tried"] + found).encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as said:
        lines = said.read().decode("utf-8", "replace").split("\n")
    os.waitpid(pid, 0)
    return lines[1:] if lines[0] == "tried" else ["a confinement that a program can enter"]


def _passes(attempt):
    try:
        attempt()
        return True
    except OSError:
        return False


def _fork():
    if os.fork() == 0:
        os._exit(0)


_ATTEMPTS = (
    ("opened a file for writing", lambda: os.open("/dev/null", os.O_WRONLY)),
    ("made a socket", lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()),
    ("signalled its supervisor", lambda: os.kill(os.getppid(), 0)),
    ("made a process", _fork),
    ("ran another program", lambda: os.execv("/bin/true", ["true"])),
)
