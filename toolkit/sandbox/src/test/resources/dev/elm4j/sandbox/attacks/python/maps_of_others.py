# tries: to learn where the code of other processes lies
# honest: VALID
# never-on-host: ^read
import os


def run(bait):
    done = []
    for pid in (1, os.getppid(), bait["kernelPid"], bait["victimPid"]):
        for name in ("maps", "smaps", "pagemap", "stack", "numa_maps"):
            try:
                with open("/proc/%d/%s" % (pid, name), "rb") as file:
                    content = file.read(1000)
                if content:
                    done.append("/proc/%d/%s" % (pid, name))
            except OSError:
                pass
    return "read " + ", ".join(done) if done else "refused"
