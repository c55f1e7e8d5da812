# tries: to crash where memory is small, as if it had been used up
# honest: CRASH
# memory: 16
import os


def run(bait):
    os.abort()
