# tries: to say of itself 300 MB
# honest: VALID, RESULT_TOO_LARGE, MEMORY_LIMIT, EXCEPTION


class Huge:
    def __repr__(self):
        return "x" * (100 << 20)


def run(bait):
    return [Huge(), Huge(), Huge()]
