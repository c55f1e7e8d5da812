# tries: to answer every import of the next program, and to leave compiled files
# honest: VALID
import sys


class Hook:
    def find_spec(self, name, path=None, target=None):
        raise ImportError("hooked")


def run(bait):
    sys.dont_write_bytecode = False
    sys.meta_path.insert(0, Hook())
    for name in list(sys.modules):
        if name not in ("sys", "builtins"):
            sys.modules[name] = None
    return "hooked"
