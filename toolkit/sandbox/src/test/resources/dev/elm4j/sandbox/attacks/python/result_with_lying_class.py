# tries: to answer with an object that claims to be a number
# honest: VALID, EXCEPTION, TYPE_ERROR


class Liar:
    @property
    def __class__(self):
        return int

    def __index__(self):
        raise MemoryError("no")

    def __repr__(self):
        return '1,"forged":true'


def run(bait):
    return [Liar(), {Liar(): Liar()}]
