# tries: an exception that does not say of what class it is
# honest: EXCEPTION


class Odd(Exception):
    @property
    def __class__(self):
        raise KeyError("no class")


def run(bait):
    raise Odd("odd")
