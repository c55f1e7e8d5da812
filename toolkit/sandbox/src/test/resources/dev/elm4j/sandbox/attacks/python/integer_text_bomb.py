# tries: to read an integer of ten million digits
# honest: TIMEOUT, EXCEPTION
# cpu: 300
import sys


def run(bait):
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    return str(int("9" * 10000000) % 7)
