# tries: one allocation of a terabyte
# honest: MEMORY_LIMIT


def run(bait):
    return "held %d" % len(bytearray(1 << 40))
