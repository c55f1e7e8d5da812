# tries: to kill the first process of its container
# honest: EXCEPTION
import os


def run(bait):
    os.kill(1, 0)  # where even asking is refused, killing is
    return "may kill 1"
