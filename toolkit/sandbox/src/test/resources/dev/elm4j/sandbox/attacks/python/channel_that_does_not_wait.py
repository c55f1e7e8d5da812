# tries: a channel that refuses when it is full, and an answer that fills it
# honest: VALID, EXIT, PROTOCOL, EXCEPTION
import os


def run(bait):
    for descriptor in (0, 1, 2):
        os.set_blocking(descriptor, False)
    return "x" * 900000
