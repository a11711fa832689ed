# idea: read secrets from the environment and the command line
# expect: ok
# answer: [["HOME", "LANG", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TMPDIR"], ["solution.py"], "cell"]
import os
import sys


def attack():
    names = sorted(name for name in os.environ if name not in ("LC_CTYPE",))
    return [names, sys.argv, os.uname().nodename]
