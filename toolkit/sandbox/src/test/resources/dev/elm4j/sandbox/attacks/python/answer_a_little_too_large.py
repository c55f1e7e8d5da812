# tries: an answer of one byte too many
# honest: RESULT_TOO_LARGE


def run(bait):
    return "x" * (1048576 - 1)
