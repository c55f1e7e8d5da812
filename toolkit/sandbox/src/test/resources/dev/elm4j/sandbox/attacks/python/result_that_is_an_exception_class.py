# tries: values of odd types: classes, modules, functions, code, frames, None in all places
# honest: VALID
import sys


def run(bait):
    return [ValueError, sys, run, run.__code__, sys._getframe(), NotImplemented, ..., type, 1j, range(3), {1, 2}, frozenset(), slice(1)]
