# idea: a chain of short-lived children that nobody waits for, as SIGCHLD is ignored: the kernel forgets what they used
# limits: cpu_ms=300 wall_ms=6000
# expect: cpu-limit
import os
import signal
import time


def burn(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def attack():
    reader, writer = os.pipe()
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    except OSError:
        burn(10)
    end = time.monotonic() + 3
    if os.fork() == 0:
        while time.monotonic() < end:
            burn(0.002)
            if os.fork():
                os._exit(0)
        os.write(writer, b"x")
        os._exit(0)
    os.read(reader, 1)
    return "three seconds of work for nothing"
