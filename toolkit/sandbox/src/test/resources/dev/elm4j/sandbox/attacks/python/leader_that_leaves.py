# tries: to end its first thread, so that the process looks dead, and to burn on in another
# honest: TIMEOUT
# cpu: 300
# machine: x86_64
import ctypes
import threading


def burn():
    while True:
        pass


def run(bait):
    threading.Thread(target=burn, daemon=True).start()
    ctypes.CDLL(None).syscall(60, 0)
