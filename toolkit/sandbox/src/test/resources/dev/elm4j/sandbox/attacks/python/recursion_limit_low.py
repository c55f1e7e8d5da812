# tries: to leave its caller hardly any stack
# honest: VALID, STACK_OVERFLOW
import sys


def run(bait):
    limit = 1
    while True:
        try:
            sys.setrecursionlimit(limit)
            return [["answered"]]
        except RecursionError:
            limit += 1
