# idea: an integer whose text takes for ever
# limits: cpu_ms=300
# expect: cpu-limit
import sys


def attack():
    sys.set_int_max_str_digits(0)
    return len(str(7**3_000_000))
