# idea: end well without an answer
# expect: exit
# exit_code: 0
import os


def attack():
    os._exit(0)
