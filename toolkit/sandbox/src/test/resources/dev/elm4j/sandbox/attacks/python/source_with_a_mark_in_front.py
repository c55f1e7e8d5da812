# A mark of order of bytes stands in front of this line.
# tries: a source that begins with a mark of the order of its bytes
# honest: VALID, SYNTAX_ERROR


def run(bait):
    return "read"
