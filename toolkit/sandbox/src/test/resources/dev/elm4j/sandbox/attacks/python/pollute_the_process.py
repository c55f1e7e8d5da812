# tries: to leave other settings to the next program
# chosen: true
# honest: VALID
import decimal
import gc
import locale
import os
import random
import sys


def run(bait):
    random.seed(1)
    sys.setrecursionlimit(60)
    sys.path.insert(0, "/tmp")
    sys.path_hooks.clear()
    os.environ["PYTHONSTARTUP"] = "/tmp/x"
    os.umask(0)
    gc.disable()
    decimal.getcontext().prec = 2
    for act in (lambda: locale.setlocale(locale.LC_ALL, "tr_TR.UTF-8"), lambda: os.chdir("/"), lambda: os.nice(10)):
        try:
            act()
        except (OSError, locale.Error):
            pass
    return "polluted"
