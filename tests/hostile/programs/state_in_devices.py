# idea: leave word for the next run in the host's device files: whoever may write to one may set its time to now
# runs: 3
# expect: ok
# answer: []
import os

DEVICES = ("/dev/null", "/dev/full", "/dev/random", "/dev/urandom")


def attack():
    changed = []
    for path in DEVICES:
        mode = os.stat(path).st_mode & 0o7777
        for name, change in (("time", lambda: os.utime(path)), ("mode", lambda: os.chmod(path, mode))):
            try:
                change()
                changed.append(f"{name} of {path}")
            except OSError:
                pass
    return changed
