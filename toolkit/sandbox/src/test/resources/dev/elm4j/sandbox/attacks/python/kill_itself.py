# tries: to die as if the supervisor had killed it
# honest: CRASH, EXCEPTION
import os
import signal


def run(bait):
    os.kill(os.getpid(), signal.SIGKILL)
