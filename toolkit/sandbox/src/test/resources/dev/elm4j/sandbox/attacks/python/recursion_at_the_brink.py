# tries: to return from the deepest call that there can be
# honest: VALID, STACK_OVERFLOW


def down(depth):
    try:
        return down(depth + 1)
    except RecursionError:
        return {"depth": depth > 100}


def run(bait):
    return down(0)
