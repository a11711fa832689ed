# idea: ask for elements that do not exist, behind the sequence's back
# input: (ProbeSequence.of([1, 2, 3]),)
# expect: bad-answer
import os
import struct


def attack(numbers):
    os.write(4, struct.pack("<q", -7))
    return os.read(4, 8)
