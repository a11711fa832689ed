# idea: begin an answer, and never end it
# limits: wall_ms=300
# expect: wall-limit
import os
import struct
import time


def attack():
    os.write(3, b"A" + struct.pack("<Q", 1000) + b"x")
    time.sleep(1000)
