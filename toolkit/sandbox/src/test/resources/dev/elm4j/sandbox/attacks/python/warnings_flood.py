# tries: warnings without end
# honest: OUTPUT_LIMIT, TIMEOUT
import warnings


def run(bait):
    warnings.simplefilter("always")
    while True:
        warnings.warn("x" * 10000)
