"""The devices of a container of our own. Whoever makes it puts in more than a program needs: gVisor adds FUSE and tunnels."""
import os
import stat

KEPT = frozenset("/dev/" + name for name in ("null", "zero", "full", "random", "urandom"))


def close_others(root="/dev"):
    """Leaves them to root alone; sentences about those that could not be closed. Never on a /dev that others use."""
    left = []
    for folder, _, names in os.walk(root):
        for path in (os.path.join(folder, name) for name in names):
            try:
                mode = os.lstat(path).st_mode
                if path not in KEPT and (stat.S_ISCHR(mode) or stat.S_ISBLK(mode)) and mode & 0o077:
                    os.chmod(path, 0o600)
            except OSError as problem:
                left.append("a closed %s (%s)" % (path, problem.strerror))
    return left
