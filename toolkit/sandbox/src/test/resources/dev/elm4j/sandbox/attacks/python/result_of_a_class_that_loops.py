# tries: to loop while its class is looked up in a table
# honest: TIMEOUT
# cpu: 300


class Kind(type):
    def __hash__(self):
        while True:
            pass


def run(bait):
    return Kind("Odd", (), {})()
