# tries: to take every built-in name from its caller
# honest: VALID, EXIT, EXCEPTION, CRASH
import builtins


def run(bait):
    answer = "answered"
    builtins.__dict__.clear()
    return answer
