# tries: an answer whose class is equal to every class
# honest: VALID


class Kind(type):
    turn = 0

    def __hash__(self):
        Kind.turn += 1
        return hash((int, str, list, dict, float)[Kind.turn % 5])

    def __eq__(self, other):
        return True


class Odd(metaclass=Kind):
    def __repr__(self):
        return '1, "forged": true'


def run(bait):
    return [Odd() for _ in range(10)]
