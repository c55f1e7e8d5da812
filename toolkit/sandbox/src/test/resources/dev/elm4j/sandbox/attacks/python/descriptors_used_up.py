# tries: to use up its descriptors and to answer then
# honest: VALID
import os


def run(bait):
    try:
        while True:
            os.dup(1)
    except OSError:
        pass
    return "answered"
