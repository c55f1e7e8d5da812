# tries: to print without end to the other stream, around Python's buffers, from two threads
# honest: OUTPUT_LIMIT, TIMEOUT
import os
import threading


def flood():
    while True:
        os.write(2, b"y" * 65536)


def run(bait):
    threading.Thread(target=flood, daemon=True).start()
    flood()
