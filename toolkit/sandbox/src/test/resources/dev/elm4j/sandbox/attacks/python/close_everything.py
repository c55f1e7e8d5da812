# tries: to close every descriptor and to answer
# honest: CRASH, EXIT, PROTOCOL, EXCEPTION, VALID
import os


def run(bait):
    os.closerange(0, 1024)
    return "answered"
