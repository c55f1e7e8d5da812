# tries: to slow its neighbours down: drops files of the interpreter from the kernel's cache, and reads them backwards
# honest: VALID
# cpu: 2000
import os


def run(bait):
    seen = 0
    for folder, _, names in os.walk(os.path.dirname(os.__file__)):
        for name in names[:50]:
            try:
                descriptor = os.open(os.path.join(folder, name), os.O_RDONLY)
            except OSError:
                continue
            for advice in (os.POSIX_FADV_RANDOM, os.POSIX_FADV_DONTNEED):
                os.posix_fadvise(descriptor, 0, 0, advice)
            os.close(descriptor)
            seen += 1
        if seen > 2000:
            break
    return "dropped"
