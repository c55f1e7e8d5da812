# Looks for a key wherever a program can look: files, environments, commands, memory, descriptors, objects.
import gc
import os
import re

KEY = re.compile(b"sk-" + b"planted-[0-9a-f]+")
LOOKED = [0]
FOUND = {}


def look(where, content):
    LOOKED[0] += 1
    for match in KEY.findall(content):
        FOUND["%s in %s" % (match.decode(), where)] = None


def read(path, flags=os.O_RDONLY | os.O_NONBLOCK):
    try:
        descriptor = os.open(path, flags)
    except OSError:
        return
    try:
        look(path, os.read(descriptor, 1 << 20))
    except OSError:
        pass
    finally:
        os.close(descriptor)


def memory(pid):
    try:
        with open("/proc/%s/maps" % pid) as maps, open("/proc/%s/mem" % pid, "rb", 0) as content:
            for line in maps:
                start, end = (int(word, 16) for word in line.split()[0].split("-"))
                if " rw" in line and end - start < 1 << 28:
                    try:
                        content.seek(start)
                        look("memory of %s" % pid, content.read(end - start))
                    except (OSError, ValueError, OverflowError):
                        pass
    except OSError:
        pass


def run(paths, pids):  # pid 0 is the parent
    for path in paths:
        read(path)
        read("/proc/self/root" + path)
        read("/proc/1/root" + path)
    tops = (".", "/tmp", "/var/tmp", "/dev/shm", "/root", "/home", "/run", "/elm4j", "/etc") if pids else ()
    for top in tops + tuple({os.path.dirname(path) for path in paths}):
        for folder, folders, names in os.walk(top):
            if LOOKED[0] > 3000 or folder.count("/") > 6:
                folders.clear()
            for name in names[:100]:
                read(os.path.join(folder, name))
    for pid in ["self"] + [os.getppid() if pid == 0 else pid for pid in pids]:
        for name in ("environ", "cmdline", "auxv"):
            read("/proc/%s/%s" % (pid, name))
        for descriptor in range(32):
            read("/proc/%s/fd/%d" % (pid, descriptor))
        memory(pid)
    look("own environment", repr(dict(os.environ)).encode())
    for thing in gc.get_objects():
        for inner in gc.get_referents(thing):
            if type(inner) in (str, bytes):
                look("objects", inner.encode("utf-8", "replace") if type(inner) is str else inner)
    return [LOOKED[0], list(FOUND)[:30]]
