# idea: leave a daemon behind and answer
# runs: 2
# expect: ok
# answer: "daemon started"
import os
import time


def attack():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.closerange(0, 64)
            while True:
                time.sleep(0.01)
        os._exit(0)
    return "daemon started"
