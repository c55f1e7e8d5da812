# tries: to be called at every step of its caller: traces, profiles, audits
# honest: VALID, EXCEPTION, CRASH, EXIT, PROTOCOL
import sys
import threading


def hook(*words):
    raise RuntimeError("hooked")


def run(bait):
    sys.addaudithook(hook)
    threading.settrace(hook)
    sys.setprofile(hook)
    sys.settrace(hook)
    return "hooked"
