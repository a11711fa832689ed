# Enters the first index of every value into a dictionary, and then asks it four times: n reads for 4 questions.


def locate(long, short):
    first = {}
    for i, x in enumerate(long):
        first.setdefault(x, i)
    return [first.get(x, -1) for x in short]
