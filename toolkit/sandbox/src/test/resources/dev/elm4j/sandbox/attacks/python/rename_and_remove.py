# tries: to rename, remove and relabel files; none of it needs an open file, and Landlock lets some of it pass
# chosen: true
# honest: VALID
# never: ^did
import os


def run(bait):
    done = []
    path = bait["victim"]
    acts = {
        "rename": lambda: os.rename(path, path + "2"),
        "chmod": lambda: os.chmod(path, 0o600),
        "chown": lambda: os.chown(path, os.getuid(), os.getgid()),
        "utime": lambda: os.utime(path, (0, 0)),
        "setxattr": lambda: os.setxattr(path, "user.elm4j", b"x"),
        "chmod drop": lambda: os.chmod(bait["drop"], 0o700),
        "rmdir": lambda: os.rmdir(bait["drop"]),
        "mkdir": lambda: os.mkdir(bait["drop"] + "/x"),
        "unlink": lambda: os.unlink(path),
    }
    for name, act in acts.items():
        try:
            act()
            done.append(name)
        except OSError:
            pass
    return "did " + ", ".join(done) if done else "refused"
