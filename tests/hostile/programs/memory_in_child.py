# idea: let a child take the memory, and wait for it
# limits: memory_mib=64 wall_ms=5000
# expect: memory-limit
import os


def attack():
    child = os.fork()
    if child == 0:
        kept = []
        while True:
            kept.append(b"x" * (1 << 20))
    os.waitpid(child, 0)
    return "the child's memory was not mine"
