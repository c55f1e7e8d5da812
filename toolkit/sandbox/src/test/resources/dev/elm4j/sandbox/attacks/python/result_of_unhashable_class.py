# tries: an answer whose class cannot be looked up in a table
# honest: VALID


class Kind(type):
    __hash__ = None


class Odd(metaclass=Kind):
    pass


def run(bait):
    return [Odd()]
