# idea: recurse through C code, with the recursion limit lifted
# limits: memory_mib=64 cpu_ms=5000
# expect: memory-limit or signal or exception
import functools
import sys


@functools.lru_cache(None)
def down(depth):
    return down(depth + 1)


def attack():
    sys.setrecursionlimit(10**9)
    return down(0)
