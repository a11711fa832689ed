# idea: children that end before anybody looks, each using a little
# limits: cpu_ms=300 wall_ms=10000
# expect: cpu-limit
import os


def attack():
    while True:
        child = os.fork()
        if child == 0:
            sum(range(200_000))
            os._exit(0)
        os.waitpid(child, 0)
