# tries: to be asked whenever a name is looked for: its own __import__, __build_class__, displayhook
# honest: VALID, EXIT, EXCEPTION
import builtins
import sys


def hooked(*words, **more):
    raise SystemExit("hooked")


def run(bait):
    builtins.__import__ = builtins.__build_class__ = hooked
    sys.displayhook = sys.breakpointhook = hooked
    sys.path_hooks[:] = [hooked]
    return {"answered": [1.5, None]}
