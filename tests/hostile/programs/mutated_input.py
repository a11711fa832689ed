# idea: change the input, so that a checker that trusts it accepts anything; the next run must get it whole
# input: ([3, 1, 2],)
# runs: 2
# expect: ok
# answer: [3, 1, 2]
def attack(numbers):
    before = list(numbers)
    numbers.clear()
    return before
