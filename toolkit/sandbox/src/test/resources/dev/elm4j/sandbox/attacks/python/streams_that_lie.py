# tries: streams whose flush raises, loops a while, or answers
# honest: VALID, EXCEPTION
import sys


class Stream:
    def __getattribute__(self, name):
        raise SystemExit("flushed")


def run(bait):
    sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = Stream()
    return "answered"
