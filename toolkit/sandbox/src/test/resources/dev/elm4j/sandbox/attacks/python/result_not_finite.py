# tries: numbers that JSON does not know
# honest: VALID


def run(bait):
    return [float("nan"), float("inf"), -float("inf"), -0.0, 5e-324, 1 << 4000]
