# idea: write a message that the guest never sends on everything that is open
# expect: bad-answer
import os
import struct


def attack():
    for fd in range(64):
        try:
            os.write(fd, b"R" + struct.pack("<Q", 0))
        except OSError:
            pass
    return "right"
