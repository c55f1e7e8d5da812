# tries: to signal everybody; signal 0 asks for the same right and hurts nobody
# chosen: true
# honest: VALID
# never: ^may
import os


def run(bait):
    done = []
    for name, pid in (("all", -1), ("init", 1), ("parent", os.getppid()), ("group", 0), ("group of parent", -os.getppid()),
                      ("kernel", bait["kernelPid"]), ("victim", bait["victimPid"])):
        try:
            os.kill(pid, 0)
            done.append(name)
        except OSError:
            pass
    return "may signal " + ", ".join(done) if done else "refused"
