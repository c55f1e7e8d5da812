# tries: to write on the channel amid the frames of its caller, by a timer
# honest: VALID, PROTOCOL, EXIT, TIMEOUT
# cpu: 500
# wall: 3000
import os
import signal


def writes(number, frame):
    os.write(0, b"\0\0\0\1\0\0\0\4done")


def run(bait):
    signal.signal(signal.SIGALRM, writes)
    signal.setitimer(signal.ITIMER_REAL, 0.002, 0.002)
    return ["answered"] * 60000
