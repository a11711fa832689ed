# idea: remember the last case: in modules, files, the environment, signal handlers, shared memory
# runs: 3
# expect: ok
# answer: "first time"
import builtins
import os
import random
import signal


def attack():
    seen = []
    if hasattr(builtins, "seen") or hasattr(random, "seen") or "SEEN" in os.environ:
        seen.append("memory")
    if os.listdir("/tmp"):
        seen.append("files")
    if signal.getsignal(signal.SIGUSR1) is not signal.SIG_DFL:
        seen.append("signals")
    builtins.seen = random.seen = True
    os.environ["SEEN"] = "1"
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    with open("/tmp/seen", "w") as file:
        file.write("1")
    return seen or "first time"
