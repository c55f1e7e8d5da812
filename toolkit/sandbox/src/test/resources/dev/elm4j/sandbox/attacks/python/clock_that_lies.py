# tries: to report another time than it used
# honest: VALID, EXIT, EXCEPTION, TYPE_ERROR
import time


def run(bait):
    time.process_time_ns = lambda: -10 ** 40
    time.process_time = time.monotonic = time.time = lambda: 0.0
    return "at no time"
