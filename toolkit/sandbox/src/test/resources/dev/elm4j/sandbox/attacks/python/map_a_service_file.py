# tries: to map files of the system for writing
# honest: VALID
# never: ^mapped
import mmap
import os


def run(bait):
    done = []
    for path in (os.__file__, bait["victim"], "/usr/lib/os-release"):
        try:
            descriptor = os.open(path, os.O_RDONLY)
            memory = mmap.mmap(descriptor, 0, mmap.MAP_SHARED, mmap.PROT_READ | mmap.PROT_WRITE)
            memory[0:1] = memory[0:1]
            done.append(path)
        except (OSError, ValueError):
            pass
    return "mapped " + ", ".join(done) if done else "refused"
