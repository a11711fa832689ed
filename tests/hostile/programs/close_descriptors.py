# idea: close everything, and go on
# expect: exit
# limits: wall_ms=5000
import os
import time


def attack():
    os.closerange(0, 64)
    time.sleep(1000)
