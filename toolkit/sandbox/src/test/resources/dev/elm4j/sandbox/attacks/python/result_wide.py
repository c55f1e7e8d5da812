# tries: to answer with ten million values
# honest: RESULT_TOO_LARGE, MEMORY_LIMIT


def run(bait):
    return [None] * 10000000
