"""User ids, one for each evaluation, so that the kernel keeps two evaluations apart."""
import os


def owners():
    """The processes there are, by effective user id (the owner of /proc/N is it, whatever the process is)."""
    found = {}
    with os.scandir("/proc") as entries:
        for entry in entries:
            if entry.name.isdigit():
                try:
                    found.setdefault(entry.stat().st_uid, []).append(int(entry.name))
                except OSError:
                    pass  # gone meanwhile
    return found


class Uids:
    """Hands out the ids of a range in turn; an id that some process has is passed over."""

    def __init__(self, first, last):
        self._first, self._last, self._next = first, last, first

    def take(self, used):
        """The next id that is not among the used ones."""
        for _ in range(self._last - self._first + 1):
            uid = self._next
            self._next = uid + 1 if uid < self._last else self._first
            if uid not in used:
                return uid
        raise OSError("every user id from %d to %d is in use" % (self._first, self._last))
