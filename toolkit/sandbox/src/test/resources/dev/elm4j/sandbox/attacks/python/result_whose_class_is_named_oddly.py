# tries: class names that are JSON, control sequences, or a megabyte long
# honest: VALID


def run(bait):
    names = ['","t":"x"},{"r":"', "\x1b[2J\r\n", "x" * 1000000, "", "<script>alert(1)</script>", "\u202e\u2066"]
    return [type(name, (), {"__module__": name, "__qualname__": name})() for name in names]
