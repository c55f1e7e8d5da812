# tries: to take 8 GB of memory
# chosen: true
# honest: MEMORY_LIMIT
# memory: 256
# cpu: 4000


def run(bait):
    kept = []
    for _ in range(512):
        kept.append(bytearray(b"x" * (16 << 20)))
    return "held %d MB" % (16 * len(kept))
