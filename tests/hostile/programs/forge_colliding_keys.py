# idea: send, without ever building it, a dict whose keys all have one hash: a reader that builds it never ends
# expect: bad-answer
import os
import struct

MODULUS = 2**61 - 1


def attack():
    pairs = bytearray()
    for number in range(1, 200_000):
        key = (number * 2**70 * MODULUS).to_bytes(24, "little", signed=True)
        pairs += b"I" + struct.pack("<Q", 24) + key + b"N"
    body = b"m" + struct.pack("<Q", 199_999) + pairs
    rest = b"A" + struct.pack("<Q", len(body)) + body
    while rest:
        rest = rest[os.write(3, rest) :]
    return "never seen"
