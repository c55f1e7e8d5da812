# tries: to print one byte less than is too much, on both streams, and to answer
# honest: VALID
# truncated: true
import os


def run(bait):
    for descriptor in (1, 2):
        for _ in range(63):
            os.write(descriptor, b"y" * 65536)
    return "answered"
