# tries: constants that grow while they are compiled
# honest: MEMORY_LIMIT, TIMEOUT, EXCEPTION, VALID
# memory: 256
# cpu: 500


def run(bait):
    return str(len("x" * (1 << 12) * (1 << 12) * (1 << 12)) + (1 << (1 << 33)))
