# idea: wait on a FIFO that nobody writes
# limits: wall_ms=300
# expect: wall-limit
import os


def attack():
    os.mkfifo("/tmp/solution.py")
    with open("/tmp/solution.py") as file:
        return file.read()
