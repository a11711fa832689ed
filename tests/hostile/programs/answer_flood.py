# idea: an answer larger than allowed
# limits: output_kib=256
# expect: output-limit
def attack():
    return "x" * (1 << 20)
