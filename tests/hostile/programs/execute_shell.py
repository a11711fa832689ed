# idea: start a shell
# expect: ok
# answer: ["PermissionError", "PermissionError"]
import os
import subprocess


def attack():
    refused = []
    try:
        os.execv("/bin/sh", ["sh"])
    except OSError as error:
        refused.append(type(error).__name__)
    try:
        subprocess.run(["/usr/bin/env"])
    except OSError as error:
        refused.append(type(error).__name__)
    return refused
