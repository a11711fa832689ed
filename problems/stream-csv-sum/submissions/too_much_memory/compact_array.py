# Eight bytes a row instead of sixty: a smaller slope, but memory grows with n all the same.
from array import array


def aggregate(stream):
    next(stream, None)
    quantities = array("q")
    for line in stream:
        quantity = line.partition(",")[2].strip()
        if quantity:
            quantities.append(int(quantity))
    return sum(quantities)
