# tries: sets whose members say another thing each time, and raise in the middle
# honest: VALID, EXCEPTION
import itertools

COUNT = itertools.count()


class Member:
    def __repr__(self):
        number = next(COUNT)
        if number == 700:
            raise ValueError("seven hundred")
        return str(number % 7)


def run(bait):
    return {Member() for _ in range(1000)}
