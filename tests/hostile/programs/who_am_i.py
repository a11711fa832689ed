# idea: be root, have capabilities, or get them
# expect: ok
# answer: [false, 0, ["PermissionError", "PermissionError", "PermissionError"]]
import ctypes
import os
import struct


def attack():
    header = ctypes.create_string_buffer(struct.pack("<Ii", 0x20080522, 0))
    sets = ctypes.create_string_buffer(24)
    ctypes.CDLL(None).capget(header, sets)
    refused = []
    for call in (lambda: os.setuid(0), lambda: os.setgroups([0]), lambda: os.chown("/tmp", 0, 0)):
        try:
            call()
        except OSError as error:
            refused.append(type(error).__name__)
    return [os.getuid() == 0, sum(sets.raw), refused]
