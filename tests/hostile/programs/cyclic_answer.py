# idea: an answer that contains itself
# expect: bad-answer
def attack():
    value = []
    value.append(value)
    return value
