# idea: hand out one list again and again, and fill in the answers at the end
# entry: script Attack
# input: [("Attack", ()), ("ask", (1,)), ("ask", (2,)), ("ask", (3,))]
# expect: ok
# answer: [null, [1], [1, 2], [1, 2, 3]]
class Attack:
    def __init__(self):
        self.shared = []

    def ask(self, value):
        self.shared.append(value)
        return self.shared
