# idea: take memory and write to it
# limits: memory_mib=64
# expect: memory-limit
def attack():
    kept = []
    while True:
        kept.append(b"x" * (1 << 20))
