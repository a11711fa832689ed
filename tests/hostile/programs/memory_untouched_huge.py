# idea: ask for a terabyte at once and never touch it
# expect: memory-limit
def attack():
    return len(bytearray(10**12))
