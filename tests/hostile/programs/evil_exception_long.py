# idea: fill the judge's memory by a traceback
# expect: exception
def attack():
    raise ValueError("x" * 50_000_000)
