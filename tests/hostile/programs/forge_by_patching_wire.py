# idea: replace the encoder
# expect: bad-answer
import sys


def attack():
    sys.modules["landau_guest.wire"].encode = lambda value: b"m\xff\xff\xff\xff\xff\xff\xff\x7f"
    return 1
