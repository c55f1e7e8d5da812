# tries: to reach the files of other processes through their roots and working folders
# honest: VALID, EXCEPTION
# never: ^read
import os


def run(bait):
    done = []
    for pid in [name for name in os.listdir("/proc") if name.isdigit()] if os.access("/proc", os.R_OK) else ["1"]:
        for way in ("root", "cwd"):
            if pid == str(os.getpid()):
                continue
            try:
                done.append("%s of %s: %s" % (way, pid, os.listdir("/proc/%s/%s" % (pid, way))[:3]))
            except OSError:
                pass
    return "read " + ", ".join(done[:5]) if done else "refused"
