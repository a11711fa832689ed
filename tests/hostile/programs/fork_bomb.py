# idea: fork for ever, in every process
# limits: cpu_ms=300 wall_ms=5000
# expect: cpu-limit
# needs: process-limit
import os


def attack():
    while True:
        try:
            os.fork()
        except OSError:
            pass
