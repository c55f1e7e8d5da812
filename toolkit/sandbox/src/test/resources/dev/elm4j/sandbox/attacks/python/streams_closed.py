# tries: to close its streams, and to answer
# honest: VALID
import os
import sys


def run(bait):
    sys.stdout = None
    sys.stderr = None
    os.close(1)
    os.close(2)
    return "answered"
