# tries: to fill its memory to the last page and to answer then
# honest: MEMORY_LIMIT, VALID, EXIT
# memory: 128
# cpu: 2000


def run(bait):
    kept = []
    size = 1 << 24
    while size >= 16:
        try:
            kept.append(bytearray(size))
        except MemoryError:
            size >>= 1
    globals()["kept"] = kept
    return "x" * 50000
