# tries: to have no entry point, but a module that answers for every name
# honest: LOAD_ERROR


def __getattr__(name):
    return lambda *words: "forged"
