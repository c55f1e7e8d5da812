# tries: to keep its reader waiting for the rest of a frame
# chosen: true
# honest: TIMEOUT, PROTOCOL, CRASH
# wall: 1000
import os
import time


def run(bait):
    os.write(0, b"\0\0\0\5\0\0\0\7out")
    time.sleep(3600)
