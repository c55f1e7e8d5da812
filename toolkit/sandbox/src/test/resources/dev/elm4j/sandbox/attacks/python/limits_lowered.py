# tries: to lower every limit of its own to nothing, and to answer
# honest: VALID, MEMORY_LIMIT, EXCEPTION, EXIT
import resource


def run(bait):
    for number in range(16):
        if number != resource.RLIMIT_CPU:
            try:
                resource.setrlimit(number, (0, 0))
            except (OSError, ValueError):
                pass
    return "lowered " * 5000
