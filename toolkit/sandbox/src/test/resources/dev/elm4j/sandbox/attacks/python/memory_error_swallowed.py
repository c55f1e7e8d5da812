# tries: to take all memory again and again, and to swallow the error
# honest: TIMEOUT, MEMORY_LIMIT, CRASH
# memory: 256
# cpu: 500


def run(bait):
    kept = []
    while True:
        try:
            kept.append(bytearray(1 << 20))
        except BaseException:
            kept.append(b"x")
