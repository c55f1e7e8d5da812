# tries: to be replaced by a shell
# honest: EXCEPTION
import os


def run(bait):
    os.execv("/bin/sh", ["sh", "-c", "echo replaced; exit 0"])
