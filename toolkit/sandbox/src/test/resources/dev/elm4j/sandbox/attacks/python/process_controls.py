# tries: to undo what the supervisor set for it: dumpable, death signal, tracers, privileges, subreaper
# honest: VALID
# never: ^undid
# machine: x86_64
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    done = []
    for name, words in (("death signal", (1, 0)), ("no new privileges", (38, 0)), ("tracer", (0x59616D61, -1)),
                        ("subreaper", (36, 1)), ("securebits", (28, 0)), ("ambient capability", (47, 2, 21)),
                        ("seccomp", (22, 0)), ("memory map", (35, 1, 0x10000))):
        padded = [ctypes.c_long(word) for word in list(words) + [0] * (5 - len(words))]
        if libc.prctl(*padded) == 0:
            done.append(name)
    return "undid " + ", ".join(done) if done else "refused"
