# tries: exceptions that are no Exception
# honest: EXCEPTION, EXIT


class Odd(BaseException):
    def __str__(self):
        raise KeyboardInterrupt

    __repr__ = __str__


def run(bait):
    raise Odd from KeyboardInterrupt()
