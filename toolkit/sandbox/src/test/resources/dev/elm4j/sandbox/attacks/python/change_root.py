# tries: to leave by chroot, pivot_root, and a folder held open
# honest: VALID
# never: ^did
# machine: x86_64
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    done = []
    try:
        os.chroot("/usr")
        done.append("chroot")
    except OSError:
        pass
    for name, number, words in (("pivot_root", 155, (b".", b".")), ("open_tree", 428, (-100, b"/", 1)),
                                ("move_mount", 429, (-1, b"", -100, b"/", 0)), ("fsopen", 430, (b"tmpfs", 0)),
                                ("mount_setattr", 442, (-100, b"/", 0, 0, 0))):
        answer = libc.syscall(number, *words)
        if answer >= 0 or ctypes.get_errno() not in (1, 13, 38):
            done.append("%s (errno %d)" % (name, ctypes.get_errno()))
    return "did " + ", ".join(done) if done else "refused"
