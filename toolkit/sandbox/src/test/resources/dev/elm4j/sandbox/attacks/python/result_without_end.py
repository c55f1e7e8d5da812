# tries: to answer with a generator without end
# honest: VALID, RESULT_TOO_LARGE, TIMEOUT
# cpu: 500
import itertools


def run(bait):
    return itertools.count()
