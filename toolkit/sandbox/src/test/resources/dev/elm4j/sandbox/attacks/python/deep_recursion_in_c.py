# tries: to use up the stack of C, past the limit of the interpreter
# chosen: true
# honest: CRASH, STACK_OVERFLOW, MEMORY_LIMIT, TIMEOUT
# cpu: 1500
import sys


class Deep:
    def __repr__(self):
        return repr([self])


def run(bait):
    sys.setrecursionlimit(1 << 30)
    return repr(Deep())
