# idea: an answer that cannot be carried
# expect: bad-answer
def attack():
    return (number for number in range(3))
