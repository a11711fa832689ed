# A queue of two stacks that know their totals: no subtraction, each value is moved once; slower, still O(n): accepted.


class Window:
    def __init__(self):
        self.incoming = []
        self.incoming_total = 0.0
        self.outgoing = []  # suffix totals; the last one covers all that is left of the older half

    def push(self, x):
        self.incoming.append(x)
        self.incoming_total += x

    def pop(self):
        if not self.outgoing:
            total = 0.0
            while self.incoming:
                total += self.incoming.pop()
                self.outgoing.append(total)
            self.incoming_total = 0.0
        self.outgoing.pop()

    def total(self):
        older = self.outgoing[-1] if self.outgoing else 0.0
        return older + self.incoming_total

    def __len__(self):
        return len(self.incoming) + len(self.outgoing)


def rolling_average(xs, k, partial):
    window = Window()
    out = []
    for x in xs:
        if len(window) == k:
            window.pop()
        window.push(x)
        if len(window) == k or partial == "shrink":
            out.append(window.total() / len(window))
        else:
            out.append(float("nan"))
    return out
