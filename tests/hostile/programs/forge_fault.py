# idea: claim that the judge failed, so that the run does not count
# expect: bad-answer
import os
import struct


def attack():
    os.write(3, b"F" + struct.pack("<Q", 4) + b"oops")
    return "never seen"
