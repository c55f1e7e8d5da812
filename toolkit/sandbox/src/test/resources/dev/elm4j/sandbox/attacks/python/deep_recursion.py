# tries: to call itself without end
# honest: STACK_OVERFLOW


def run(bait):
    return run(bait)
