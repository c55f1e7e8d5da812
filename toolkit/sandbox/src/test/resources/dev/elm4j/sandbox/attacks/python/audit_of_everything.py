# tries: to watch what its caller and the interpreter do, and to end it then
# honest: VALID, EXIT, EXCEPTION
import os
import sys
import threading


def run(bait):
    sys.addaudithook(lambda *words: os._exit(3))
    threading.excepthook = sys.excepthook = sys.unraisablehook = lambda *words: os._exit(4)
    return [object(), {"answered": 1.5}]
