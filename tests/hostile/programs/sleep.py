# idea: use no CPU and never end
# limits: wall_ms=300
# expect: wall-limit
import time


def attack():
    time.sleep(1000)
