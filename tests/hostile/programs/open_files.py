# idea: open files without end
# limits: open_files=32
# expect: ok
# answer: ["EMFILE", true]
import errno
import os


def attack():
    opened = 0
    try:
        while True:
            os.open("/dev/null", os.O_RDONLY)
            opened += 1
    except OSError as error:
        return [errno.errorcode[error.errno], opened < 32]
