# tries: to be scheduled before all others, and others after it
# honest: VALID
# never: ^took
import os


def run(bait):
    done = []
    acts = {
        "nice": lambda: os.setpriority(os.PRIO_PROCESS, 0, -20),
        "nice of parent": lambda: os.setpriority(os.PRIO_PROCESS, os.getppid(), 19),
        "nice of all": lambda: os.setpriority(os.PRIO_USER, 0, 19),
        "fifo": lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(50)),
        "parent": lambda: os.sched_setscheduler(os.getppid(), os.SCHED_IDLE, os.sched_param(0)),
        "processors of parent": lambda: os.sched_setaffinity(os.getppid(), {0}),
        "processors of victim": lambda: os.sched_setaffinity(bait["victimPid"], {0}),
    }
    for name, act in acts.items():
        try:
            act()
            done.append(name)
        except OSError:
            pass
    return "took " + ", ".join(done) if done else "refused"
