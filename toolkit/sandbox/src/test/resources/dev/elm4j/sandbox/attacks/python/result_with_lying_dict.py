# tries: a dictionary whose items never end, and whose keys raise
# honest: VALID, RESULT_TOO_LARGE, EXCEPTION, TIMEOUT
# cpu: 500


class Key:
    def __eq__(self, other):
        raise SystemError("compared")

    __hash__ = lambda self: 1


class Liar(dict):
    def items(self):
        while True:
            yield "x", Key()

    keys = __iter__ = items


def run(bait):
    return Liar({Key(): 1})
