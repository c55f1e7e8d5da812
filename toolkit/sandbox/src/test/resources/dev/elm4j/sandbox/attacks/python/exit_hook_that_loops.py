# tries: to answer, and to loop when the interpreter ends
# honest: VALID, TIMEOUT
# cpu: 300
import atexit


def loop():
    while True:
        pass


def run(bait):
    atexit.register(loop)
    return "answered"
