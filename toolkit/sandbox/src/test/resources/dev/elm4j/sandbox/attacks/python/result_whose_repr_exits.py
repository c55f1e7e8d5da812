# tries: to end the process while the value is being written
# honest: EXIT, VALID
import os


class Exit:
    def __repr__(self):
        os._exit(0)


def run(bait):
    return Exit()
