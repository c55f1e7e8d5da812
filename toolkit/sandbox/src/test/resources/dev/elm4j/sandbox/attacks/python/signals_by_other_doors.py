# tries: to signal by the system calls beside kill
# honest: VALID
# never: ^sent
# machine: x86_64
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    done = []
    info = ctypes.create_string_buffer(128)
    for pid in (os.getppid(), bait["victimPid"], bait["kernelPid"]):
        for name, number, words in (("tkill", 200, (pid, 0)), ("tgkill", 234, (pid, pid, 0)),
                                    ("rt_sigqueueinfo", 129, (pid, 0, info)),
                                    ("rt_tgsigqueueinfo", 297, (pid, pid, 0, info)), ("pidfd_open", 434, (pid, 0))):
            if libc.syscall(number, *words) >= 0:
                done.append("%s to %d" % (name, pid))
    return "sent " + ", ".join(done) if done else "refused"
