# A running sum, but the window is a list and pop(0) moves all of it each day: O(n k) hidden in C.


def rolling_average(xs, k, partial):
    window = []
    total = 0.0
    out = []
    for x in xs:
        window.append(x)
        total += x
        if len(window) > k:
            total -= window.pop(0)
        full = len(window) == k
        out.append(total / len(window) if full or partial == "shrink" else float("nan"))
    return out
