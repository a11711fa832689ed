# idea: an answer of few bytes that no checker gets to the end of
# expect: bad-answer
import sys


def attack():
    return sys.modules["landau_guest.wire"].ProbeSequence(10**15, ((0, 0, 1, 1),))
