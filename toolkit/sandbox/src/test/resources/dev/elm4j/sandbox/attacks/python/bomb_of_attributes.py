# tries: a chain of 20,000 attributes, which the compiler follows by recursion
# honest: SYNTAX_ERROR, STACK_OVERFLOW, MEMORY_LIMIT, CRASH, EXCEPTION
# expand: DEEP 20000 .a


def run(bait):
    return str(baitDEEP)
