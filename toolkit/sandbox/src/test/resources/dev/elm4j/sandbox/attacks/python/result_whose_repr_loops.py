# tries: to loop while the value is being written
# honest: TIMEOUT, VALID
# cpu: 300


class Loop:
    def __repr__(self):
        while True:
            pass


def run(bait):
    return [1, Loop()]
