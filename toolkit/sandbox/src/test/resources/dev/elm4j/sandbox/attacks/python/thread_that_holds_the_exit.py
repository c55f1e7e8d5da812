# tries: to answer, and to keep its process alive by a thread that the interpreter waits for
# honest: VALID, TIMEOUT
# cpu: 400
import threading


def burn():
    while True:
        pass


def run(bait):
    threading.Thread(target=burn).start()
    return "answered, and a thread burns"
