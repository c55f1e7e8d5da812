"""Whether the kernel killed something for want of memory: the one case in which it does not say so itself."""

# of a container of its own: version 2 of control groups, version 1
EVENTS = ("/sys/fs/cgroup/memory.events", "/sys/fs/cgroup/memory/memory.oom_control")


def _kills():
    for path in EVENTS:
        try:
            with open(path) as events:
                return sum(int(line.split()[1]) for line in events if line.startswith("oom_kill "))
        except (OSError, ValueError, IndexError):
            pass
    return 0


class Kills:
    """Counts kills for want of memory in the control group of this process."""

    def __init__(self):
        self._seen = _kills()

    def more(self):
        """Whether there was one since the last question."""
        before, self._seen = self._seen, _kills()
        return self._seen > before


kills = Kills()
