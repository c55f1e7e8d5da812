# tries: a zero byte in the source
# honest: SYNTAX_ERROR, EXCEPTION
# expand: ZERO 1 \0


def run(bait):
    return "ZERO"
