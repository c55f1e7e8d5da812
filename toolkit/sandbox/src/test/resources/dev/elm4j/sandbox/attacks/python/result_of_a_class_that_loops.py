# tries: to loop while its class is looked up in a table
# honest: VALID


class Kind(type):
    def __hash__(self):
        while True:
            pass


def run(bait):
    return Kind("Odd", (), {})()
