# tries: to have no entry point, but a module that answers for every name; its own value is its own to choose
# honest: LOAD_ERROR, VALID


def __getattr__(name):
    return lambda *words: "forged"
