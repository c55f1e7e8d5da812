# tries: to stop itself, so that its CPU clock stands still
# honest: TIMEOUT, EXCEPTION
# wall: 1000
import os
import signal


def run(bait):
    os.kill(os.getpid(), signal.SIGSTOP)
    return "went on"
