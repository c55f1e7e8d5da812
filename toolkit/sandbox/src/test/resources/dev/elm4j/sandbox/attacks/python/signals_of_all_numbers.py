# tries: to send itself every signal that can be handled, and to answer
# honest: VALID, CRASH, EXCEPTION
import os
import signal


def run(bait):
    for number in range(1, 65):
        if number not in (9, 19):
            try:
                signal.signal(number, signal.SIG_IGN)
                os.kill(os.getpid(), number)
            except (OSError, ValueError):
                pass
    return "lives"
