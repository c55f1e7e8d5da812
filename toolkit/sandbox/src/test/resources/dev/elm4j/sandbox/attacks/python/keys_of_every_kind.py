# tries: keys of maps that no other language has
# honest: VALID


class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self is other


def run(bait):
    return {None: 1, True: 2, 1.5: 3, float("nan"): 4, float("nan"): 5, (1, 2): 6, frozenset({3}): 7, b"x": 8, "x": 9, Key(): 10, Key(): 11, int: 12}
