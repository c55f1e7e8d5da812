# tries: to end its first thread, and to sleep on in another
# honest: TIMEOUT
# wall: 1500
# machine: x86_64
import ctypes
import threading
import time


def run(bait):
    threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()
    ctypes.CDLL(None).syscall(60, 0)
