# tries: to leave by SystemExit
# honest: EXIT, EXCEPTION
import sys


def run(bait):
    sys.exit(0)
