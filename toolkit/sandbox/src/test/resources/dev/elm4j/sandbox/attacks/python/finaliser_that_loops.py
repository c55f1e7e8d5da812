# tries: to loop while an object is cleared away
# honest: TIMEOUT, VALID
# cpu: 300


class Loop:
    def __del__(self):
        while True:
            pass


def run(bait):
    Loop()
    return "answered"
