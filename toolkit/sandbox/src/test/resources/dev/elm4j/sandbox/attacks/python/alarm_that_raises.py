# tries: to throw into its caller, a thousand times a second, by a timer
# honest: EXCEPTION, EXIT, VALID, PROTOCOL, TIMEOUT
# cpu: 500
# wall: 3000
import signal


def raises(number, frame):
    raise ValueError("by the clock")


def run(bait):
    signal.signal(signal.SIGALRM, raises)
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    return ["answered"] * 20000
