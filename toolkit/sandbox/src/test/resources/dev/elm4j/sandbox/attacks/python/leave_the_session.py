# tries: to leave its process group, and then to outlive its limit
# honest: TIMEOUT
# cpu: 300
import os


def run(bait):
    for act in (os.setsid, lambda: os.setpgid(0, 0), lambda: os.setpgid(0, os.getppid())):
        try:
            act()
        except OSError:
            pass
    while True:
        pass
