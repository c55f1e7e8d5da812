# tries: to run for ever
# chosen: true
# honest: TIMEOUT
# cpu: 300


def run(bait):
    while True:
        pass
