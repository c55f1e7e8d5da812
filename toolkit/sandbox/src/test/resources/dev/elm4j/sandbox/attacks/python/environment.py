# tries: to find keys in its environment
# honest: VALID
# never: (?i)key|token|secret|password|user|java_|maven|jupyter
import ctypes
import os


def run(bait):
    names = set(os.environ)
    try:
        with open("/proc/self/environ", "rb") as file:
            names |= {entry.split(b"=")[0].decode() for entry in file.read().split(b"\0")}
    except OSError:
        pass
    table = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
    i = 0
    while table and table[i]:
        names.add(table[i].split(b"=")[0].decode())
        i += 1
    return "names " + ", ".join(sorted(names))
