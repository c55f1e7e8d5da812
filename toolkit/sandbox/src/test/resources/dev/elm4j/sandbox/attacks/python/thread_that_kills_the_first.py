# tries: signals to its own threads: to the first one, from another
# honest: CRASH, EXCEPTION
import signal
import threading
import time


def run(bait):
    main = threading.get_ident()
    threading.Thread(target=lambda: signal.pthread_kill(main, signal.SIGTERM), daemon=True).start()
    time.sleep(5)
    return "lives"
