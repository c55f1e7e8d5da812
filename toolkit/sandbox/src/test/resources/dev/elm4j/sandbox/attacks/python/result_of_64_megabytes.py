# tries: to answer with a string of 64 MB
# honest: RESULT_TOO_LARGE


def run(bait):
    return "x" * (64 << 20)
