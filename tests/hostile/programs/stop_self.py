# idea: stop, so that nobody can read our clock
# limits: wall_ms=1000
# expect: ok
# answer: "still here"
import os
import signal


def attack():
    os.kill(os.getpid(), signal.SIGSTOP)
    return "still here"
