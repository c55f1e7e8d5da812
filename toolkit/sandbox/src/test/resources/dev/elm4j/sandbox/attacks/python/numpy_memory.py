# tries: to take 32 GB in one array
# honest: MEMORY_LIMIT, EXCEPTION, LOAD_ERROR


def run(bait):
    import numpy

    return "held %d" % numpy.ones(1 << 32).sum()
