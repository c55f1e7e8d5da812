# tries: exceptions within exceptions, 20,000 deep, each the context of the next
# honest: EXCEPTION, STACK_OVERFLOW, CRASH


def run(bait):
    top = ValueError("innermost")
    for number in range(20000):
        try:
            raise ValueError(number) from top
        except ValueError as caught:
            top = caught
        if number % 100 == 0 and hasattr(__builtins__, "ExceptionGroup"):
            top = ExceptionGroup("group %d" % number, [top])
    raise top
