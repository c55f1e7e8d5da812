# tries: to run for ever within one instruction, where no signal handler of Python gets a turn
# honest: TIMEOUT
# cpu: 300


def run(bait):
    return len(str(9 ** 9 ** 8))
