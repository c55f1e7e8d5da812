# tries: to die of SIGABRT
# honest: CRASH
import os


def run(bait):
    os.abort()
