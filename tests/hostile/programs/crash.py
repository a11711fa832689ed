# idea: crash the interpreter
# expect: signal
# signal: 11
import ctypes


def attack():
    ctypes.string_at(8)
