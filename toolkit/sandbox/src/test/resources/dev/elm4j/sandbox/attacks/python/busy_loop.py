# tries: to run for ever
# honest: TIMEOUT
# cpu: 300


def run(bait):
    while True:
        pass
