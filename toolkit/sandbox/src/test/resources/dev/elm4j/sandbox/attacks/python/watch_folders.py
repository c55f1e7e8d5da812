# tries: to watch folders for the files of others
# honest: VALID
# never: ^watches
# machine: x86_64
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    done = []
    watcher = libc.syscall(294, 0)
    for path in (bait["drop"], bait["home"], "/tmp"):
        if watcher >= 0 and libc.syscall(254, watcher, path.encode(), 0xFFF) >= 0:
            done.append(path)
    return "watches " + ", ".join(done) if done else "refused"
