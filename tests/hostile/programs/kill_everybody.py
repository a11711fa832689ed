# idea: kill all that can be seen. A cell is alone; the kernel shields its first process from itself
# expect: ok
# answer: "nobody died"
import os
import signal


def attack():
    os.kill(os.getpid(), signal.SIGKILL)
    for target in (-1, 0):
        try:
            os.kill(target, signal.SIGKILL)
        except ProcessLookupError:
            pass
    return "nobody died"
