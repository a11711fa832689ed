# idea: announce an answer of 2**63 bytes
# expect: output-limit
import os
import struct


def attack():
    os.write(3, b"A" + struct.pack("<Q", 1 << 63))
    return 1
