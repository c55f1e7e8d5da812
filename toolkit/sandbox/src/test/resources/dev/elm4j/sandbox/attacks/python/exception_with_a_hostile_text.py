# tries: an exception whose text loops, of a class with a hostile name
# honest: TIMEOUT, EXCEPTION
# cpu: 300


class Odd(Exception):
    def __str__(self):
        while True:
            pass


Odd.__name__ = "x" * 1000000


def run(bait):
    raise Odd()
