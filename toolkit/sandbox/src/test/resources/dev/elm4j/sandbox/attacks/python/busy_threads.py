# tries: to use the time of many threads, in C without the lock of the interpreter
# honest: TIMEOUT
# cpu: 300
import hashlib
import threading

BLOCK = bytes(1 << 24)


def burn():
    while True:
        hashlib.sha256(BLOCK).digest()


def run(bait):
    for _ in range(4):
        threading.Thread(target=burn, daemon=True).start()
    burn()
