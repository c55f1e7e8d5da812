# tries: to wait for a lock that it holds itself
# honest: TIMEOUT
# wall: 1500
import threading


def run(bait):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
