# tries: lines that end in odd ways: a lone return, form feeds, separators of other alphabets
# honest: VALID, SYNTAX_ERROR
# never: ^hidden
X = "shown"  # a comment  X = "hidden"
Y = " "  #  X = "hidden"


def run(bait):
    return X
