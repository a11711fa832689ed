# The csv module with a dictionary for each row: some five times slower, still one row at a time. It skips blank lines itself.
import csv


def aggregate(stream):
    total = 0
    for row in csv.DictReader(stream):
        quantity = row["Quantity"]
        if quantity:
            total += int(quantity)
    return total
