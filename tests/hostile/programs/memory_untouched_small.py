# idea: what is asked for and never touched costs nothing, so this is no attack
# limits: memory_mib=256
# expect: ok
# answer: 272629760
def attack():
    return len(bytes(260 << 20))
