# tries: an exception that claims to be the end of memory, and frees what its caller holds for that
# honest: EXCEPTION, MEMORY_LIMIT


class Odd(Exception):
    __class__ = MemoryError


def run(bait):
    raise Odd("odd")
