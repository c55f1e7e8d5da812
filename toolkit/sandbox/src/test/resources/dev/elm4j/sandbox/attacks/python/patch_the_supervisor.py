# tries: to replace functions of every module it finds loaded, the supervisor's own among them
# honest: VALID, EXCEPTION, CRASH, EXIT, PROTOCOL, TYPE_ERROR, TIMEOUT, SYNTAX_ERROR
# cpu: 500
import sys


def run(bait):
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        if name == "__main__" or "elm4j" in file or "worker" in file:
            for word, value in list(vars(module).items()):
                if callable(value) and not word.startswith("__"):
                    setattr(module, word, lambda *a, **k: "forged")
    return "patched"
