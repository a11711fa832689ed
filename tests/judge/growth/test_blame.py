"""The line that carries the growth: chosen by pure rules, traced in a real cell, and never believed too much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from judge.growth.blame import Seen, blamed, pick, read, traced
from judge.report import FamilyGrowth, Outcome, Resource
from sandbox import open_sandbox
from sandbox.api import Entry, Function, Main, Program, Sandbox, SandboxError, Script, Status, Task
from sandbox.guest import wire

SOURCE = "def f(xs):\n    out = []\n    for x in xs:\n        out.insert(0, x)\n    return out\n"


def test_the_line_that_grows_and_takes_the_time() -> None:
    low = {3: (1000, 400), 4: (1000, 1000), 5: (1, 500)}
    high = {3: (2000, 800), 4: (2000, 4000), 5: (1, 500)}
    found = pick(low, high, 1000, 2000, 1.0, SOURCE)
    assert found is not None
    assert (found.line, found.text, found.exponent) == (4, "out.insert(0, x)", 2.0)
    assert found.sentence() == "line 4, `out.insert(0, x)`: 75 % of the time at n = 2,000, growing about n^2.0"
    growth = FamilyGrowth(
        family="random", resource=Resource.TIME, required="n", outcome=Outcome.EXCEEDS, points=[], reason="it grew"
    )
    after = blamed(growth, found)
    assert (after.line, after.line_text) == (4, "out.insert(0, x)")
    assert after.reason.startswith("it grew; line 4")


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ({4: (1, 1000)}, {4: (1, 2100)}),  # grows as it may
        ({3: (1, 9000), 4: (1, 100)}, {3: (1, 18_000), 4: (1, 400)}),  # grows, but takes hardly any time
        ({}, {4: (1, 4000)}),  # seen once only
        ({99: (1, 1000)}, {99: (1, 4000)}),  # no such line
    ],
)
def test_nothing_is_blamed_on_little(low: Seen, high: Seen) -> None:
    assert pick(low, high, 1000, 2000, 1.0, SOURCE) is None


@pytest.mark.parametrize(
    "said", [None, 5, "x", "__import__('os')", [(1, 2)], [("a", 1, 1)], [(1, -1, 1)], [(1, 1, 2**63)], [[[1]]], b"x"]
)
def test_what_a_submission_could_say_instead(said: Any) -> None:
    assert read(wire.encode(said), script=False) == {}


def test_bytes_that_are_no_message() -> None:
    assert read(b"\xff\xff", script=False) == {}
    assert read(wire.encode([]), script=True) == {}


@pytest.fixture(scope="module")
def box() -> Iterator[Sandbox]:
    try:
        made = open_sandbox()
    except SandboxError as error:
        pytest.skip(f"no sandbox on this machine: {error}")
    with made:
        yield made


CLASS = """class Keeper:
    def __init__(self):
        self.held = []
    def add(self, x):
        self.held.append(x)
"""
PROGRAM = "total = 0\nfor line in open(0):\n    total += int(line)\nprint(total)\n"


@pytest.mark.parametrize(
    ("source", "entry", "value", "line"),
    [
        (SOURCE, Function("f"), (list(range(50)),), 4),
        (CLASS, Script("Keeper"), [("Keeper", ()), *[("add", (i,)) for i in range(50)]], 5),
        (PROGRAM, Main(), "1\n" * 50, 3),
    ],
)
def test_lines_are_counted_in_a_cell(box: Sandbox, source: str, entry: Entry, value: Any, line: int) -> None:
    data, attachments = wire.encode_input(value)
    execution = box.run(traced(Task(Program.single(source), entry, data, attachments=attachments)))
    assert execution.status is Status.OK, execution.message
    seen = read(execution.answer or b"", isinstance(entry, Script))
    assert seen[line][0] == 50
    assert seen[line][1] > 0
