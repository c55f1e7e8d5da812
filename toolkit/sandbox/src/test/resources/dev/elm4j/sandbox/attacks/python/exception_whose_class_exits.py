# tries: to end the process while its exception is looked at
# honest: EXIT, EXCEPTION
import os


class Odd(Exception):
    @property
    def __class__(self):
        os._exit(0)


def run(bait):
    raise Odd("odd")
