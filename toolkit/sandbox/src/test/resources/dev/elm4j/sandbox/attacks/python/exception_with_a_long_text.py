# tries: an exception that says 50 MB, in a chain that is a circle
# honest: EXCEPTION, MEMORY_LIMIT


def run(bait):
    first, second = ValueError("x" * (50 << 20)), ValueError("\x1b[31m\0\ud800")
    first.__cause__, second.__cause__ = second, first
    raise first
