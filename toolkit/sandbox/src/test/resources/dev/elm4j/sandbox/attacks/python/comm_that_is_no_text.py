# tries: a process name that is no UTF-8, so that nobody can count its threads; stops at 1,500
# honest: EXCEPTION, VALID
# never: ^started [0-9]{3}
# wall: 3000
import ctypes
import threading
import time

GATE = threading.Event()


def run(bait):
    ctypes.CDLL(None).prctl(15, b"\xff\xfe) R 1 (\xff")
    threading.stack_size(32768)
    started = 0
    for _ in range(1500):
        try:
            threading.Thread(target=GATE.wait, daemon=True).start()
            started += 1
        except (RuntimeError, MemoryError):
            break
    time.sleep(0.3)
    return "started %d" % started
