# idea: signal the process that started us
# expect: ok
# answer: [0, "ProcessLookupError"]
import os
import signal


def attack():
    try:
        os.kill(os.getppid() or 2, signal.SIGKILL)
    except OSError as error:
        return [os.getppid(), type(error).__name__]
