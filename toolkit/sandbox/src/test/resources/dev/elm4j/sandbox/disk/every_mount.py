"""Tries to put something into every file system that it sees, where it is mounted and in the folders there."""
import os

DEEP, MANY = 3, 3_000


def mounted():
    try:
        with open("/proc/self/mountinfo") as file:
            return [line.split()[4].encode().decode("unicode_escape") for line in file]
    except OSError:
        return []  # where it is closed, the host has told


def folders(told):
    points = mounted() + told
    seen = []
    for point in ["/", "/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", "/run", ".", *points]:
        seen += [point] if point not in seen else []
    for point in list(seen):
        if not point.startswith(("/proc", "/sys")):
            seen += below(point, DEEP)[:MANY]
    return points, seen


def below(folder, deep):
    try:
        inside = [entry.path for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []
    inside = [path for path in inside if not path.startswith(("/proc", "/sys"))]
    return inside + [path for each in inside if deep > 1 for path in below(each, deep - 1)]


def attempts(folder):
    path = os.path.join(folder, "elm4j-attack-mount")
    yield "file", lambda: os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
    yield "nameless file", lambda: os.close(os.open(folder, os.O_TMPFILE | os.O_RDWR))
    yield "folder", lambda: os.mkdir(path)
    yield "link", lambda: os.symlink("x", path)
    yield "pipe", lambda: os.mkfifo(path)
    yield "socket", lambda: os.mknod(path, 0o140600)


def run(told):
    points, all_folders = folders(told)
    done = []
    for folder in all_folders:
        for what, attempt in attempts(folder):
            try:
                attempt()
                done.append(what + " in " + folder)
            except OSError:
                pass
    return [len(points), len(all_folders), done[:20]]
