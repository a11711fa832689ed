# idea: never end
# limits: cpu_ms=300
# expect: cpu-limit
def attack():
    while True:
        pass
