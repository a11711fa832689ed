# landau: reference
# A sum for each customer, in the order of the ids.
import sys

rows = [line.split(",") for line in sys.stdin.read().splitlines()[1:]]
orders = sorted((int(i), customer, int(amount)) for i, customer, amount in rows)
total = {}
for _, customer, amount in orders:
    total[customer] = total.get(customer, 0) + amount
running = {}
lines = ["id,running,total"]
for i, customer, amount in orders:
    running[customer] = running.get(customer, 0) + amount
    lines.append(f"{i},{running[customer]},{total[customer]}")
print("\n".join(lines))
