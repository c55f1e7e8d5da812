# tries: a pattern that takes exponential time
# honest: TIMEOUT
# cpu: 300
import re


def run(bait):
    return str(re.match("(a|aa|a?)+$", "a" * 60 + "b"))
