# tries: to fill the disk; stops at 64 MB
# honest: VALID
# never: ^wrote
import os


def run(bait):
    written = 0
    for folder in (".", "/tmp", "/var/tmp", "/dev/shm", bait["drop"], bait["home"]):
        path = os.path.join(folder, "elm4j-attack-flood")
        try:
            with open(path, "wb") as file:
                for _ in range(64):
                    written += file.write(bytes(1 << 20))
        except OSError:
            pass
    return "wrote %d bytes" % written if written else "refused"
