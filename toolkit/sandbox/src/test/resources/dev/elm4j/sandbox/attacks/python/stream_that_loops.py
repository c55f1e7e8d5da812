# tries: to loop while its output is flushed, after the answer is known
# honest: TIMEOUT, VALID
# cpu: 300
import sys


class Stream:
    def flush(self):
        while True:
            pass


def run(bait):
    sys.stdout = Stream()
    return "answered"
