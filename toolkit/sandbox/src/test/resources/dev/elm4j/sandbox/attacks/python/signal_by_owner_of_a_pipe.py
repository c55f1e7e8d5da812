# tries: to let the kernel kill for it: the owner of a pipe gets a signal of one's choice when data comes
# chosen: true
# honest: VALID
# never: ^owned
import fcntl
import os
import signal
import struct


def run(bait):
    done = []
    reader, writer = os.pipe()
    for pid in (bait["victimPid"], os.getppid()):
        for name, act in (("F_SETOWN", lambda: fcntl.fcntl(reader, fcntl.F_SETOWN, pid)),
                          ("F_SETOWN_EX", lambda: fcntl.fcntl(reader, 15, struct.pack("ii", 1, pid)))):
            try:
                act()
                fcntl.fcntl(reader, fcntl.F_SETSIG, signal.SIGKILL)
                fcntl.fcntl(reader, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
                os.write(writer, b"x")
                done.append("%s of %d" % (name, pid))
            except OSError:
                pass
    return "owned " + ", ".join(done) if done else "refused"
