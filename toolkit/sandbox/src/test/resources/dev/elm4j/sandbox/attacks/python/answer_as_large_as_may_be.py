# tries: an answer of exactly as many bytes as may be
# honest: VALID


def run(bait):
    return "x" * (1048576 - 2)
