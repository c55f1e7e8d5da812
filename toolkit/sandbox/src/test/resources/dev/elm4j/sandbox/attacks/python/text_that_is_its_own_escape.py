# tries: texts that look like the marks of the wire
# honest: VALID
# never: ^forged


def run(bait):
    return [{"d": "NaN"}, {"b": "!!!"}, {"m": [[1]]}, {"r": 1, "t": 2}, '{"d":"Infinity"}', {"m": {"m": []}}, {1: {2: {}}}, {(1, (2,)): 3}]
