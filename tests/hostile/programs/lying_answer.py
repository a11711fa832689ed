# idea: answers that say they equal everything
# expect: ok
# answer: [[0, 0], 7, 0.5, "no"]
class List(list):
    def __eq__(self, other):
        return True

    def __len__(self):
        return 2**40

    def __iter__(self):
        return iter([1, 2, 3])


class Int(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__

    def __index__(self):
        return 42

    def __pos__(self):
        return 42


class Float(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__

    def __float__(self):
        return 42.0


class Str(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__

    def __str__(self):
        return "yes"

    def encode(self, *_):
        return b"yes"


def attack():
    return [List([0, 0]), Int(7), Float(0.5), Str("no")]
