# tries: to become somebody else
# honest: VALID
# never: ^became
import os


def run(bait):
    done = []
    uid = os.getuid()
    acts = {
        "setuid 0": lambda: os.setuid(0),
        "setuid of the next": lambda: os.setuid(uid + 1),
        "setresuid": lambda: os.setresuid(uid + 1, uid + 1, uid + 1),
        "setgid": lambda: os.setgid(0),
        "setgroups": lambda: os.setgroups([0]),
        "seteuid": lambda: os.seteuid(0),
    }
    for name, act in acts.items():
        try:
            act()
            if os.getresuid() != (uid, uid, uid) or name.startswith("setg"):
                done.append(name)
        except OSError:
            pass
    return "became " + ", ".join(done) if done else "refused"
