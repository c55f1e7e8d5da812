# tries: to find keys in the environments of all processes it can see
# chosen: true
# honest: VALID
# never: (?i)key|token|secret|password|home=|user=|java_|maven|jupyter
# never-on-host: ^read
import os


def run(bait):
    done = []
    pids = set(range(1, 200)) | {os.getppid(), bait["kernelPid"], bait["victimPid"]}
    for pid in sorted(pids - {os.getpid()}):
        for name in ("environ", "cmdline", "auxv"):
            try:
                with open("/proc/%d/%s" % (pid, name), "rb") as file:
                    content = file.read()
                if content and name == "environ":
                    done.append("%d: %s" % (pid, content.decode("latin-1")))
            except OSError:
                pass
    return "read " + ", ".join(done) if done else "refused"
