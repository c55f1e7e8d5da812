# tries: to freeze the supervisor and to kill another process
# chosen: true
# honest: VALID
# never: ^sent
import os
import signal


def run(bait):
    done = []
    for pid, number in ((os.getppid(), signal.SIGSTOP), (bait["victimPid"], signal.SIGKILL), (os.getppid(), signal.SIGKILL)):
        if pid < 2:
            continue
        try:
            os.kill(pid, number)
            done.append("%d to %d" % (number, pid))
        except OSError:
            pass
    return "sent " + ", ".join(done) if done else "refused"
