"""What programs may read: the libraries that run them, and nothing of anybody's."""
import os
import sys
import sysconfig

SYSTEM = (
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/share/zoneinfo", "/etc/ld.so.cache", "/etc/localtime",
    "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/sys/devices/system/cpu",
    "/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")

# Not the folder: below it are the tables of the network, and the environment.
OWN_PROCESS = ("/proc/self/maps", "/proc/self/stat", "/proc/self/status")
ARCHIVED = ("Compiler", "Runner")


def for_python(numpy):
    """Paths for Python programs."""
    found = {os.path.dirname(os.__file__), sysconfig.get_path("platstdlib"), *SYSTEM}
    if sys.base_prefix not in ("/usr", "/"):
        found.add(os.path.join(sys.base_prefix, "lib"))
    if numpy:
        found.update(place for place in sys.path if place.endswith(("site-packages", "dist-packages")))
    return sorted(path for path in found if path)


def for_java(home, jar):
    """Paths for a JVM: its home and what links in it lead to, its classes, and what it asks about its own process."""
    archives = [archive(jar, name) for name in ARCHIVED]
    return sorted({home, jar, *archives, *OWN_PROCESS, *SYSTEM, *_linked(home)})


def archive(jar, name):
    """Where the archive of classes that makes a virtual machine start faster lies, if there is one."""
    return os.path.join(os.path.dirname(jar), name.lower() + ".jsa")


def _linked(home):
    """Where symbolic links of a Java home lead: Debian keeps its configuration in /etc."""
    found = set()
    for folder, folders, files in os.walk(home):
        for name in folders + files:
            path = os.path.join(folder, name)
            if os.path.islink(path):
                found.add(os.path.realpath(path))
    return {path for path in found if not path.startswith(home + os.sep)}


def loaders():
    """The dynamic loaders, which the kernel opens for executing when a program starts."""
    names = ("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1")
    return sorted({os.path.realpath(name) for name in names if os.path.exists(name)})
