# tries: a source that needs more memory to compile than there is
# honest: MEMORY_LIMIT
# expand: MANY 1500000 [],
# memory: 256
# cpu: 5000
X = (MANY)


def run(bait):
    return "compiled"
