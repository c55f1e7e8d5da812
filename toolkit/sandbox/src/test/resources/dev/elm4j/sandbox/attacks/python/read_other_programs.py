# tries: to read what other programs may have left in shared places
# honest: VALID
# never: ^read
import os


def run(bait):
    done = []
    for top in (".", "/tmp", "/var/tmp", "/dev/shm", "/run", "/sandbox", "/work", "/var/log", "/opt/secrets"):
        for folder, _, names in os.walk(top):
            for name in names:
                try:
                    descriptor = os.open(os.path.join(folder, name), os.O_RDONLY | os.O_NONBLOCK)
                    done.append("%s: %d bytes" % (os.path.join(folder, name), len(os.read(descriptor, 100))))
                except OSError:
                    pass
            if len(done) > 20:
                break
    return "read " + ", ".join(done) if done else "refused"
