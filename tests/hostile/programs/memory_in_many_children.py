# idea: stay under the limit in each process, not in all of them together
# limits: memory_mib=64 wall_ms=5000 processes=8
# expect: memory-limit
import os
import time


def attack():
    for _ in range(6):
        if os.fork() == 0:
            kept = b"x" * (24 << 20)
            time.sleep(60)
            os._exit(len(kept) & 1)
    time.sleep(60)
