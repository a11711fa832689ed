# idea: fill the judge's memory by standard error
# limits: cpu_ms=300
# expect: cpu-limit
import sys


def attack():
    while True:
        sys.stderr.write("x" * 100_000)
