# idea: print for ever; a function's prints are cut, its time is not
# limits: cpu_ms=300
# expect: cpu-limit
def attack():
    while True:
        print("x" * 1000)
