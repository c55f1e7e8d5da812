# tries: a line of five megabytes
# honest: VALID, SYNTAX_ERROR, MEMORY_LIMIT
# expand: LONG 5000000 x


def run(bait):
    return str(len("LONG"))
