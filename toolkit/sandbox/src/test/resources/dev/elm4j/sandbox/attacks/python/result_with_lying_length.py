# tries: to answer with a list that lies about its length and never ends
# honest: VALID, RESULT_TOO_LARGE, EXCEPTION, TIMEOUT
# cpu: 500


class Liar(list):
    def __len__(self):
        return 1 << 62

    def __iter__(self):
        while True:
            yield "x"


def run(bait):
    return Liar([1, 2])
