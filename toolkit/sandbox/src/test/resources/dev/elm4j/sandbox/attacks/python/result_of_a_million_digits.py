# tries: an integer of ten million bits
# honest: RESULT_TOO_LARGE, TIMEOUT, EXCEPTION
# cpu: 500


def run(bait):
    return (1 << 10000000) - 1
