# tries: to start programs by all the ways of the library
# honest: VALID
# never: ^started
import os
import subprocess


def run(bait):
    done = []
    acts = {
        "run": lambda: subprocess.run(["/usr/bin/id"], check=True),
        "shell": lambda: subprocess.check_output("id", shell=True),
        "popen": lambda: os.popen("id").read() or (_ for _ in ()).throw(OSError()),
        "spawn": lambda: os.posix_spawn("/usr/bin/id", ["id"], {}),
        "spawnl": lambda: os.spawnl(os.P_WAIT, "/usr/bin/id", "id") == 0 or (_ for _ in ()).throw(OSError()),
        "system": lambda: os.system("exit 0") == 0 or (_ for _ in ()).throw(OSError()),
    }
    for name, act in acts.items():
        try:
            act()
            done.append(name)
        except (OSError, subprocess.SubprocessError):
            pass
    return "started by " + ", ".join(done) if done else "refused"
