# tries: to use up the stack of the compiler in another way
# honest: SYNTAX_ERROR, STACK_OVERFLOW, MEMORY_LIMIT, CRASH, VALID
# expand: DEEP 3000 [0 for _ in 


def run(bait):
    return str(DEEP)
