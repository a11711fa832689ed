# idea: let two processes write answers into one channel at the same time
# expect: bad-answer or ok
import os


def attack():
    os.fork()
    return list(range(200_000))
