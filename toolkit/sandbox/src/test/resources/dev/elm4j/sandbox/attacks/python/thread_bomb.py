# tries: to start threads until nothing goes any more; stops at 3,000
# honest: EXCEPTION, MEMORY_LIMIT, TIMEOUT, CRASH, VALID
# never: ^started [0-9]{4}
# wall: 3000
import threading

GATE = threading.Event()


def run(bait):
    threading.stack_size(32768)
    started = 0
    for _ in range(3000):
        try:
            threading.Thread(target=GATE.wait, daemon=True).start()
            started += 1
        except (RuntimeError, MemoryError):
            break
    return "started %d" % started
