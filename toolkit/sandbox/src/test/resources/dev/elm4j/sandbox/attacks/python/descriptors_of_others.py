# tries: to open what other processes have open
# cpu: 5000
# honest: VALID
# chosen: true
# never: ^opened
import os


def run(bait):
    done = []
    pids = set(range(1, 200)) | {os.getppid(), bait["kernelPid"], bait["victimPid"]}
    for pid in sorted(pids - {os.getpid()}):
        for number in range(64):
            for flags in (os.O_RDONLY, os.O_WRONLY):
                try:
                    os.open("/proc/%d/fd/%d" % (pid, number), flags | os.O_NONBLOCK)
                    done.append("%d of %d" % (number, pid))
                except OSError:
                    pass
    return "opened " + ", ".join(done) if done else "refused"
