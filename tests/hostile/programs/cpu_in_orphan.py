# idea: let a grandchild whose parent ended use the CPU, while we sleep
# limits: cpu_ms=300 wall_ms=5000
# expect: cpu-limit
import os
import time


def attack():
    if os.fork() == 0:
        if os.fork() == 0:
            os.setsid()
            while True:
                pass
        os._exit(0)
    time.sleep(1000)
