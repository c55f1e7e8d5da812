# tries: to find the doors of the system through the subclasses of object
# honest: VALID
# never: ^opened
import os


def run(bait):
    done = []
    for kind in object.__subclasses__() + type.__subclasses__(type):
        for name in ("__init__", "__new__"):
            words = getattr(getattr(kind, name, None), "__globals__", {})
            for door in ("os", "sys", "subprocess", "posix"):
                system = words.get(door)
                if hasattr(system, "system") and system.system("true") == 0:
                    done.append(kind.__name__)
                if hasattr(system, "open"):
                    try:
                        system.open(bait["canary"], 0)
                        done.append(kind.__name__)
                    except OSError:
                        pass
    return "opened by " + ", ".join(done[:5]) if done else "refused"
