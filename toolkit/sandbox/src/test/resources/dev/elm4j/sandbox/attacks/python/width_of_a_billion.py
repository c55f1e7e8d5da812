# tries: a short format that asks for a gigabyte
# honest: MEMORY_LIMIT, EXCEPTION


def run(bait):
    return str(len("%*d" % (2000000000, 1)) + len(format(1.5, ".2000000000f")))
