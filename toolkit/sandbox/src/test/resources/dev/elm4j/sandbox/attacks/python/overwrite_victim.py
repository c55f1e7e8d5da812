# tries: to change a file that everybody may write
# honest: VALID
# never: ^changed
import os


def run(bait):
    done = []

    def attempt(name, act):
        try:
            act()
            done.append(name)
        except OSError:
            pass

    path = bait["victim"]
    attempt("by r+", lambda: open(path, "r+").write("changed"))
    attempt("by append", lambda: open(path, "a").write("changed"))
    attempt("by truncation", lambda: os.truncate(path, 0))
    attempt("by O_RDWR", lambda: os.write(os.open(path, os.O_RDWR), b"changed"))
    attempt("by /proc", lambda: os.write(os.open("/proc/self/fd/%d" % os.open(path, os.O_PATH), os.O_WRONLY), b"changed"))
    return "changed it " + ", ".join(done) if done else "refused"
