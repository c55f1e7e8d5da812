# tries: iterators in C that never end and never look up
# honest: TIMEOUT
# cpu: 300
import collections
import itertools


def run(bait):
    collections.deque(itertools.repeat(0), maxlen=0)
