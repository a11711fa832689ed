# idea: make files without end
# expect: ok
# answer: ["ENOSPC", true]
import errno
import os


def attack():
    made = 0
    try:
        while True:
            os.mkdir(f"/tmp/{made}")
            made += 1
    except OSError as error:
        return [errno.errorcode[error.errno], made < 5000]
