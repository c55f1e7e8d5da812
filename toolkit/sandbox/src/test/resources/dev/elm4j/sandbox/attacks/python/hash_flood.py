# tries: a dictionary whose keys all collide
# honest: TIMEOUT
# cpu: 300


def run(bait):
    step = (1 << 61) - 1
    return str(len({i * step: i for i in range(1, 200000)}))
