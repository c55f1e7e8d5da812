# tries: to read whatever lies in homes
# honest: VALID
# never: ^read
import os


def run(bait):
    done = []
    for top in (bait["home"], "/root", "/home", os.path.expanduser("~")):
        for folder, _, names in os.walk(top):
            for name in names:
                try:
                    with open(os.path.join(folder, name), "rb") as file:
                        done.append("%s: %d bytes" % (file.name, len(file.read(100))))
                except OSError:
                    pass
            if len(done) > 20:
                break
    return "read " + ", ".join(done) if done else "refused"
