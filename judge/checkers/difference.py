"""Where an answer differs from the expected one, and how, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from judge.problem.shown import format_value

SHOWN = 60  # characters of a value
LONGEST = 400  # of the whole line


@dataclass(frozen=True, slots=True)
class Difference:
    """`text` says how; `steps` lead to where, outermost first: "element 3", "the value at 'a'"."""

    text: str
    steps: tuple[str, ...] = ()

    def below(self, step: str) -> Difference:
        return replace(self, steps=(step, *self.steps))

    def line(self, whole: str = "") -> str:
        """One line for people. `whole` is what the steps lie in: "the list"."""
        place = " of ".join([*reversed(self.steps), whole] if whole else reversed(self.steps))
        text = f"{place}: {self.text}" if self.steps else self.text
        return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


# How a checker asks for a part: (the part's own specification, expected, answer).
Again = Callable[[Any, Any, Any], "Difference | None"]


def shown(value: Any) -> str:
    return format_value(value, SHOWN)


def named(value: Any) -> str:
    """ "an int", "a list" """
    name = {"NoneType": "None", "Array": "numpy array", "Frame": "data frame"}.get(
        type(value).__name__, type(value).__name__
    )
    if value is None:
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def mistyped(expected: Any, answer: Any) -> Difference:
    wanted = "None" if expected is None else f"the {named(expected).split(' ', 1)[1]} {shown(expected)}"
    if answer is None:
        return Difference(f"None, expected {wanted}")
    return Difference(f"{shown(answer)} is {named(answer)}, expected {wanted}")


def unequal(expected: Any, answer: Any) -> Difference:
    """Two values of one type. Of long texts the part from where they differ."""
    if type(expected) in (str, bytes) and max(len(expected), len(answer)) > SHOWN:
        at = _first_difference(expected, answer)
        start = max(at - 5, 0)
        ends = [
            shown(text[start : start + SHOWN]) if len(text) > at else f"the end ({len(text):,} characters)"
            for text in (answer, expected)
        ]
        return Difference(f"from character {start + 1}: {ends[0]}, expected {ends[1]}")
    return Difference(f"{shown(answer)}, expected {shown(expected)}")


def counted(expected: int, answer: int, what: str = "value") -> Difference:
    return Difference(f"{answer:,} {what}{'' if answer == 1 else 's'}, expected {expected:,}")


def absent(missing: Sequence[Any], surplus: Sequence[Any], names: Callable[[Any], str]) -> str:
    """Which columns are not there and which should not be: "rate is missing, a, b are not expected"; empty for none."""
    return ", ".join(
        f"{names(each)} {'is' if len(each) == 1 else 'are'} {word}"
        for each, word in ((missing, "missing"), (surplus, "not expected"))
        if each
    )


def _first_difference(one: Any, other: Any) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
