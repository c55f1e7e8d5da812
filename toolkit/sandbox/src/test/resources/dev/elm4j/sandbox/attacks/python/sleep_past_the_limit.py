# tries: to sleep for an hour
# honest: TIMEOUT
# wall: 1000
import time


def run(bait):
    time.sleep(3600)
