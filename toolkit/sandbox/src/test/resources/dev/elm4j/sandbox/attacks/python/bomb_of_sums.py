# tries: a chain that the compiler follows by recursion
# honest: SYNTAX_ERROR, STACK_OVERFLOW, MEMORY_LIMIT, CRASH, VALID, EXCEPTION, TYPE_ERROR
# expand: LONG 100000 +1


def run(bait):
    return str(baitLONG)[:10]
