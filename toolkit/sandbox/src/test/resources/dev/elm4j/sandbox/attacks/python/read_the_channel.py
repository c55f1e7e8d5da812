# tries: to read requests that are meant for others
# honest: VALID
# never: ^read
import os
import select


def run(bait):
    done = []
    for descriptor in range(3):
        try:
            if select.select([descriptor], [], [], 0.2)[0]:
                content = os.read(descriptor, 65536)
                if content:
                    done.append("%d: %r" % (descriptor, content[:200]))
        except OSError:
            pass
    return "read " + ", ".join(done) if done else "refused"
