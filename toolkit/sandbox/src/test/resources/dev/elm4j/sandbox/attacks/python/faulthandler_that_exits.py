# tries: to be ended by a watchdog of the interpreter, while it sleeps
# honest: EXIT
import faulthandler
import time


def run(bait):
    faulthandler.dump_traceback_later(0.1, exit=True)
    time.sleep(3600)
