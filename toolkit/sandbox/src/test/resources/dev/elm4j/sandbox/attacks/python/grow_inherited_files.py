# tries: to grow files through descriptors that it was born with
# honest: VALID
# never: ^grew
import os


def run(bait):
    done = []
    for descriptor in range(256):
        for name, act in (("truncate", lambda: os.ftruncate(descriptor, 1 << 26)),
                          ("allocate", lambda: os.posix_fallocate(descriptor, 0, 1 << 26))):
            try:
                act()
                done.append("%s %d" % (name, descriptor))
            except OSError:
                pass
    return "grew " + ", ".join(done) if done else "refused"
