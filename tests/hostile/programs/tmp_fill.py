# idea: fill the disk
# limits: files_mib=4
# expect: ok
# answer: ["ENOSPC", true]
import errno


def attack():
    written = 0
    try:
        with open("/tmp/data", "wb", buffering=0) as file:
            while True:
                written += file.write(b"x" * 65536)
    except OSError as error:
        return [errno.errorcode[error.errno], written <= 4 << 20]
