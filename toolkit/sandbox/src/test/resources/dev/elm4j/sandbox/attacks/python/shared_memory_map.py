# tries: to take 4 GB of shared memory, which some limits do not count
# honest: MEMORY_LIMIT, EXCEPTION
# memory: 256
# cpu: 4000
import mmap


def run(bait):
    kept = []
    for _ in range(64):
        kept.append(mmap.mmap(-1, 64 << 20))
        kept[-1].write(b"x" * (64 << 20))
    return "held %d MB" % (64 * len(kept))
