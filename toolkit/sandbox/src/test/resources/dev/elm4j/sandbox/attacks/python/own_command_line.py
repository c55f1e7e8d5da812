# tries: to find keys, or the commands of others, in its own arguments, as the kernel and the interpreter keep them
# honest: VALID
# never: (?i)key|token|secret|password|canary|jupyter
import ctypes
import sys


def run(bait):
    count, words = ctypes.c_int(), ctypes.POINTER(ctypes.c_wchar_p)()
    ctypes.pythonapi.Py_GetArgcArgv(ctypes.byref(count), ctypes.byref(words))
    return [sys.argv, sys.orig_argv, [words[i] for i in range(count.value)], sys.executable, sys.flags.isolated]
