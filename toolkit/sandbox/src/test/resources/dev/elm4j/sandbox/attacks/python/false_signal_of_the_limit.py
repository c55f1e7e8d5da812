# tries: to die of the signal that means the end of CPU time, without having used any
# honest: CRASH, EXCEPTION
import os
import signal


def run(bait):
    os.kill(os.getpid(), signal.SIGXCPU)
    return "lives"
