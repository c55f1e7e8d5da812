# tries: text that is no text
# honest: VALID


def run(bait):
    return ["\ud800", "\udfff\ud800", "\x00", "\u2028", "\U0010ffff", {"\ud800": "\x7f"}]
