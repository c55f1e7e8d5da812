"""The trusted supervisor: takes requests from the host, runs each program in a child, and answers what came of it.

It runs no untrusted code itself, opens no file for a program, and has nothing that a program must not know: no key, no
expected value, and of other requests only what the last one left in freed memory. It is process 1 of a container, or an
ordinary process. Standard library only, one thread: a fork of more than one is not safe.
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
AGAIN = "--again"
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1",
    "MALLOC_ARENA_MAX": "1",  # each further arena would take 64 MB of a program's address space for a thread
    "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def begin_again():
    """Starts this program anew with an environment of our own making, and never twice.

    Whatever the environment held is then gone, from /proc/PID/environ too; and strings hash alike in every worker, so
    that the order of a program's sets decides nothing by chance.
    """
    if AGAIN not in sys.argv[1:]:
        numpy = [] if "--numpy" in sys.argv else ["-S"]  # site-packages only for numpy
        os.execve(sys.executable, [sys.executable, "-s", *numpy, os.path.abspath(__file__), AGAIN, *sys.argv[1:]],
                  ENVIRONMENT)
    if dict(os.environ) != ENVIRONMENT:
        # the interpreter may have set LC_CTYPE, which is harmless; anything else is not ours
        if {k: v for k, v in os.environ.items() if k != "LC_CTYPE"} != ENVIRONMENT:
            raise SystemExit("the environment of the supervisor is not the one it gave itself")
    os.environ.clear()


if __name__ == "__main__":
    begin_again()
    sys.path[:] = [HERE] + [place for place in sys.path if os.path.abspath(place) != HERE]
    import service
    service.serve(service.arguments([a for a in sys.argv[1:] if a != AGAIN]))
