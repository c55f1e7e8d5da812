# tries: to use up the stack of the compiler in another way
# honest: SYNTAX_ERROR, STACK_OVERFLOW, MEMORY_LIMIT, CRASH, VALID
# expand: DEEP 20000 (1)if(0)else


def run(bait):
    return str(DEEP0)
