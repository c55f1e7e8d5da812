# tries: to end before there is an entry point
# honest: EXIT
import os

os._exit(0)


def run(bait):
    return "never"
