# tries: an entry point that is an object, with a hostile way to be called
# honest: EXIT, LOAD_ERROR
import os


class Entry:
    def __getattribute__(self, name):
        os._exit(0)

    def __call__(self, bait):
        os._exit(0)


run = Entry()
