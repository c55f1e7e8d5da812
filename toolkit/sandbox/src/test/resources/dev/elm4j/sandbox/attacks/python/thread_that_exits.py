# tries: to end the process from another thread before its answer is known
# honest: EXIT
import os
import threading
import time


def run(bait):
    threading.Thread(target=lambda: os._exit(0), daemon=True).start()
    time.sleep(5)
    return "never"
