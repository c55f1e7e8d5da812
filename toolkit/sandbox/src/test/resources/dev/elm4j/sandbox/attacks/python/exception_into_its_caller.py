# tries: to throw into its caller from another thread
# honest: VALID, EXIT, EXCEPTION, TIMEOUT
# wall: 3000
import ctypes
import threading
import time

MAIN = threading.get_ident()


def throw():
    while True:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(MAIN), ctypes.py_object(SystemExit))
        time.sleep(0.0001)


def run(bait):
    threading.Thread(target=throw, daemon=True).start()
    try:
        time.sleep(0.05)
    except SystemExit:
        pass
    return ["x"] * 50000
