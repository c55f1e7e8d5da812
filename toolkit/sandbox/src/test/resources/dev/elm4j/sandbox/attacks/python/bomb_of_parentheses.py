# tries: to use up the stack of the parser
# honest: SYNTAX_ERROR, STACK_OVERFLOW, MEMORY_LIMIT, CRASH
# expand: DEEP 30000 (
DEEP


def run(bait):
    return "parsed"
