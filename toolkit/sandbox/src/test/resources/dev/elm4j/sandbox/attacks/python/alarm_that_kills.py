# tries: to die of a timer of its own
# honest: CRASH
import signal


def run(bait):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    while True:
        pass
