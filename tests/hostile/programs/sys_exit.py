# idea: end well without an answer, the polite way
# expect: exit
# exit_code: 0
import sys


def attack():
    sys.exit(0)
