# tries: to open the memory of every other process
# chosen: true
# honest: VALID
# never: ^opened
import os


def run(bait):
    done = []
    pids = set(range(1, 200)) | {os.getppid(), bait["kernelPid"], bait["victimPid"]}
    for pid in sorted(pids - {os.getpid()}):
        for path in ("/proc/%d/mem" % pid, "/proc/%d/task/%d/mem" % (pid, pid), "/proc/%d/syscall" % pid):
            try:
                descriptor = os.open(path, os.O_RDONLY)
                os.read(descriptor, 1)
                done.append(path)
            except OSError:
                pass
    return "opened " + ", ".join(done) if done else "refused"
