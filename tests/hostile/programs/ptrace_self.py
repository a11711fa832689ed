# idea: trace another process
# expect: signal
# signal: 31
import ctypes


def attack():
    ctypes.CDLL(None).ptrace(0, 0, 0, 0)
    return "traced"
