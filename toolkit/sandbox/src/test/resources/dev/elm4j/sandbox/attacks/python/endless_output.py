# tries: to print without end
# chosen: true
# honest: OUTPUT_LIMIT, TIMEOUT


def run(bait):
    while True:
        print("x" * 10000)
