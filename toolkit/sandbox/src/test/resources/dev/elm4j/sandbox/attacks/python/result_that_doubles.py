# tries: to answer with a small object that is huge as text: 2**40 leaves, 40 lists deep
# chosen: true
# honest: RESULT_TOO_LARGE
# cpu: 4000


def run(bait):
    value = ["x"]
    for _ in range(40):
        value = [value, value]
    return value
