"""Any index of the target is right; -1 only where the target does not occur."""


def check(input, expected, answer):
    xs, target, _ = input
    if type(answer) is not int:
        return f"expected an int, found {type(answer).__name__}"
    if expected == -1:
        return None if answer == -1 else f"{target} does not occur; expected -1, found {answer}"
    if answer == -1:
        return f"{target} occurs, for example at index {expected}; found -1"
    if not 0 <= answer < len(xs):
        return f"{answer} is not an index of a sequence of {len(xs)}"
    if xs[answer] != target:
        return f"xs[{answer}] is {xs[answer]}, not {target}"
    return None
