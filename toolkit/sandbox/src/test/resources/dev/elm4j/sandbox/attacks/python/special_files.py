# tries: to make pipes, device nodes and folders
# honest: VALID
# never: ^made
import os
import stat


def run(bait):
    done = []
    for folder in (".", "/tmp", "/dev/shm", bait["drop"]):
        path = os.path.join(folder, "elm4j-attack-node")
        acts = {
            "fifo": lambda: os.mkfifo(path),
            "node": lambda: os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 1)),
            "file": lambda: os.mknod(path, stat.S_IFREG | 0o666),
            "folder": lambda: os.makedirs(path + "/deep" * 100),
        }
        for name, act in acts.items():
            try:
                act()
                done.append("%s in %s" % (name, folder))
            except OSError:
                pass
    return "made " + ", ".join(done) if done else "refused"
