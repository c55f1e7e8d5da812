# tries: to come back from where its caller never comes back: into the process that forks
# honest: VALID, EXIT, EXCEPTION
import os


def run(bait):
    os._exit = lambda status: None
    raise SystemExit(0)
