# tries: to go on after its answer: hooks, finalisers, threads, signals, each with a little work
# honest: VALID
import atexit
import os
import signal
import threading
import time


def late():
    time.sleep(0.001)
    while True:
        os.write(1, b"late")


class Late:
    def __del__(self):
        late()


KEPT = Late()


def run(bait):
    atexit.register(late)
    threading.Thread(target=late, daemon=False).start()
    signal.signal(signal.SIGTERM, lambda *words: late())
    return "answered"
