# tries: to walk up and out by folders: working folder, descriptors of folders, dots
# honest: VALID
# never: ^read
import os


def run(bait):
    done = []
    for place in (os.path.dirname(bait["canary"]), bait["home"], "/", "/proc/1/cwd", "/proc/self/root"):
        try:
            os.chdir(place)
        except OSError:
            continue
        for name in ("canary", "./canary", "../" * 20 + bait["canary"].lstrip("/"), os.path.basename(bait["homeCanary"])):
            for folder in (None, os.O_RDONLY | os.O_DIRECTORY):
                try:
                    at = None if folder is None else os.open(".", folder)
                    with open(os.open(name, os.O_RDONLY, dir_fd=at), "rb") as file:
                        done.append(file.read(40).decode())
                except OSError:
                    pass
    return "read %d" % len(done) if done else "refused"
