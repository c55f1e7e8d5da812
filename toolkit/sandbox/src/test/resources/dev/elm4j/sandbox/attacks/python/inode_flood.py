# tries: to use up the inodes; stops at 2,000
# honest: VALID
# never: ^made
import os


def run(bait):
    made = 0
    for folder in (".", "/tmp", "/dev/shm", bait["drop"]):
        for i in range(500):
            try:
                os.close(os.open("%s/elm4j-attack-%d" % (folder, i), os.O_CREAT | os.O_WRONLY))
                made += 1
            except OSError:
                break
    return "made %d files" % made if made else "refused"
