# tries: to answer with 100,000 lists in each other
# honest: RESULT_TOO_LARGE


def run(bait):
    value = []
    for _ in range(100000):
        value = [value]
    return value
