# tries: to exchange its descriptors, so that what is printed becomes an answer
# honest: CRASH, EXIT, PROTOCOL, EXCEPTION, VALID, TIMEOUT
# wall: 2000
import os


def run(bait):
    os.dup2(0, 1)
    os.dup2(0, 2)
    print("\0\0\0\1\0\0\0\4done", flush=True)
    os.dup2(2, 0)
    return "exchanged"
