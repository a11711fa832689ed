# idea: an answer nested deeper than any reader's stack
# expect: bad-answer
def attack():
    value = []
    for _ in range(200_000):
        value = [value]
    return value
