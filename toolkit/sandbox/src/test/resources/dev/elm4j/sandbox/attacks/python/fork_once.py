# tries: to fork
# honest: EXCEPTION
import os


def run(bait):
    if os.fork() == 0:
        os._exit(0)
    return "forked"
