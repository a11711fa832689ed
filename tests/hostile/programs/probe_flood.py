# idea: send reads without taking the answers, to fill the judge's memory
# input: (ProbeSequence(10**12, ((0, 0, 1, 1),)),)
# limits: wall_ms=5000
# expect: bad-answer
import os
import struct


def attack(numbers):
    while True:
        os.write(4, struct.pack("<q", 1) * 512)
