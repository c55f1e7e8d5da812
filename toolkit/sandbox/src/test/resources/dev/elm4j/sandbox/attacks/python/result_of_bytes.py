# tries: ten megabytes of bytes
# honest: RESULT_TOO_LARGE


def run(bait):
    return bytes(10 << 20)
