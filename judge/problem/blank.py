"""The text of a problem that is still to be written. Each ``[[fill in: ...]]`` is a fault until it is replaced."""

from __future__ import annotations

from judge.problem.load import REFERENCE_MARK

YAML = """\
title: {title}
difficulty: easy  # easy: 12 minutes, medium: 20, hard: 35; `minutes: 15` says otherwise
tags: ["[[fill in: two or three tags, such as arrays]]"]
source: {{topics: [], companies: [], rounds: []}}  # where it was asked
runtime: {runtime}  # python, or python-data: with numpy, pandas and duckdb
interface:
{interface}
limits: {{memory_mb: 256}}  # over what runtime and input take; time is a safety net and rarely needs a word
checker: {checker}
growth:
  time: n  # what it may cost at most, as people write it: n, n log n, n^2
  variable: "[[fill in: what n is, such as len(xs)]]"
  families:  # functions of cases.py; sizes double from smallest while growth is measured
    - {{name: typical, smallest: 500, largest: 400000, about: "[[fill in: what these inputs are]]"}}
    - {{name: worst, smallest: 500, largest: 400000, about: "[[fill in: why these are the worst for the trap]]"}}
draws:  # hidden cases; at the scale sizes the reference should take 20 to 100 ms
  adversarial:
    - {{family: typical, size: 300, count: 2}}
    - {{family: worst, size: 300}}
  scale:
    - {{family: typical, size: 100000}}
    - {{family: worst, size: 100000}}
"""

CASES = '''\
"""Inputs of {slug}. An input is {input_shape}.

Only the standard library, and `from landau_cases import Stream, ProbeSequence` where they are needed. All chance comes
from rng; never draw in the order of a set.
"""


def samples():
    """Shown to everybody. The answers are written by hand; `judge problem check` compares them with the reference's."""
    return [
        {{
            "input": {sample},  # [[fill in: a small typical input]]
            "answer": None,  # [[fill in: its answer]]
            "note": "[[fill in: why that is the answer]]",
        }},
    ]


def edges(rng):
    """Small and strange: (label, input). Empty, one element, all equal, extreme values, ..."""
    return [
        ("[[fill in: what is special]]", {sample}),
    ]


def typical(n, rng):
    raise NotImplementedError  # [[fill in: return an input of size n]]


def worst(n, rng):
    raise NotImplementedError  # [[fill in: return the input of size n on which the trap does most work]]


def validate({validated}):
    """Raise ValueError where a constraint of the statement is broken; own cases of people come through here too."""
    raise NotImplementedError  # [[fill in: check each constraint of the statement]]
'''

STATEMENT = """\
[[fill in: the task, in your own words: what is given, what to return]]

**Constraints**

- [[fill in: sizes and ranges of the input]]

**Required**

[[fill in: what it may cost, in the letters of `growth`: with `n = ...`, time O(...)]]

The samples are shown below this text; they come from `cases.py`.
"""

HINTS = """\
[[fill in: a first hint, a question rather than an answer]]

---

[[fill in: a second one that gives the idea away]]
"""

EDITORIAL = """\
[[fill in: the idea, why it is right, and an argument for its time and space]]
"""

FUNCTION = '''\
def {name}(xs: list[int]) -> {returns}:
    """[[fill in: what it returns, in a line]]"""
    raise NotImplementedError{blank}
'''

CLASS = '''\
class {name}:
    """[[fill in: what it keeps, in a line]]"""

    def __init__(self) -> None:
        pass

    def add(self, x: int) -> None:
        """[[fill in: what it does, in a line]]"""
        raise NotImplementedError{blank}

    def answer(self) -> {returns}:
        """[[fill in: what it returns, in a line]]"""
        raise NotImplementedError{blank}
'''

PROGRAM = '''\
import sys


def main() -> None:
    """[[fill in: what it reads and what it prints, in a line]]"""
    raise NotImplementedError{blank}


main()
'''

INTERFACES = {
    "function": """\
  kind: function
  name: {name}
  parameters:
    - {{name: xs, type: "list[int]"}}
  returns: '{returns}'""",
    "class": """\
  kind: class
  name: {name}
  constructor: []
  methods:
    - {{name: add, parameters: [{{name: x, type: int}}]}}
    - {{name: answer, returns: '{returns}'}}""",
    "stdio": """\
  kind: stdio""",
}
# What a checker looks like in problem.yaml, and a type of answer that it fits.
CHECKERS = {
    "exact": ("{kind: exact}", "int"),
    "float": ("{kind: float, relative: 1.0e-9, absolute: 1.0e-9}", "float"),
    "unordered": ("{kind: unordered}", "list[int]"),
    "mapping": ("{kind: mapping, values: {kind: exact}}", "dict[str, int]"),
    "tuple": ("{kind: tuple, parts: [{kind: exact}, {kind: float, relative: 1.0e-9}]}", "tuple[int, float]"),
    "tokens": ("{kind: tokens}", "str"),
    "custom": ("{kind: custom}  # checker.py", "list[int]"),
}
CHECKER = '''\
"""Which answers of {slug} are right, where there may be several. Only the standard library."""


def check(input, expected, answer):
    """None where the answer is right, else why not, in a sentence. `expected` is the reference's answer. An answer may
    be of any type and any shape: look before you index."""
    raise NotImplementedError  # [[fill in: compare]]
'''
CODE = {"function": FUNCTION, "class": CLASS, "stdio": PROGRAM}
SAMPLES = {
    "function": "([1, 2, 3],)",
    "class": '[("{name}", ()), ("add", (1,)), ("answer", ())]',
    "stdio": '"1 2 3\\n"',
}
SHAPES = {
    "function": "a tuple of the arguments",
    "class": "a list of (method, arguments), the constructor first under the name of the class",
    "stdio": "the text on stdin, a str or a Stream",
}
VALIDATED = {"function": "xs", "class": "operations", "stdio": "text"}
KNOWN = {
    "submissions/accepted/reference.py": (
        f"{REFERENCE_MARK}\n# [[fill in: the idea, in a line]]\n",
        "[[fill in: the reference; simple, and of the required growth]]",
    ),
    "submissions/accepted/slow_by_a_constant.py": (
        "# [[fill in: a clumsy solution of the right growth, and by what factor it is slower]]\n",
        "[[fill in: clumsy but accepted]]",
    ),
    "submissions/too_slow/trap.py": (
        "# [[fill in: the obvious idea, and why it grows too fast]]\n",
        "[[fill in: right, but its growth exceeds]]",
    ),
    "submissions/wrong/edge.py": (
        "# [[fill in: the common mistake, and which case shows it]]\n",
        "[[fill in: wrong on an edge]]",
    ),
}
