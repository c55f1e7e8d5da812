# tries: to use up the stack of the compiler
# honest: SYNTAX_ERROR, STACK_OVERFLOW, MEMORY_LIMIT, CRASH, VALID
# expand: DEEP 50000 -


def run(bait):
    return str(DEEP 1)
