"""What programs may read: the libraries that run them, and nothing of anybody's."""
import os
import sys
import sysconfig

SYSTEM = (
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/share/zoneinfo", "/etc/ld.so.cache", "/etc/localtime",
    "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/sys/devices/system/cpu",
    "/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")


def for_python(numpy):
    """Paths for Python programs."""
    found = {os.path.dirname(os.__file__), sysconfig.get_path("platstdlib"), *SYSTEM}
    if sys.base_prefix not in ("/usr", "/"):
        found.add(os.path.join(sys.base_prefix, "lib"))
    if numpy:
        found.update(place for place in sys.path if place.endswith(("site-packages", "dist-packages")))
    return sorted(path for path in found if path)
