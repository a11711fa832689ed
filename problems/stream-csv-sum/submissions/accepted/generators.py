# A chain of generators: nothing is kept between its stages. csv.reader instead of splitting by hand.
import csv
from itertools import islice


def aggregate(stream):
    rows = islice(csv.reader(stream), 1, None)
    return sum(int(row[1]) for row in rows if row and row[1])
