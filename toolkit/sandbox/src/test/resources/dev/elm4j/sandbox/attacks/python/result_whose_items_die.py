# tries: finalisers that print, write and raise while the answer is written
# honest: VALID, PROTOCOL, EXCEPTION
import os
import weakref


class Dying:
    def __del__(self):
        os.write(1, b"\0\0\0\1\0\0\0\4done")
        raise RuntimeError("dead")


def run(bait):
    things = [Dying() for _ in range(1000)]
    for thing in things:
        weakref.finalize(thing, print, "gone")
    return things
