"""The line that carries the growth: chosen by pure rules, traced in a real cell, and never believed too much."""

from __future__ import annotations

from typing import Any

import pytest

from judge.growth.blame import Blame, blamed
from judge.growth.blame.carrier import Carrier, carrier
from judge.growth.blame.causes import Cause
from judge.growth.blame.outline import outline
from judge.growth.blame.tracing import Seen, Trace, read, traced
from judge.growth.complexity import parse_class
from judge.report import FamilyGrowth, Outcome, Resource
from sandbox.api import Entry, Function, Main, Program, Sandbox, Script, Status, Task
from sandbox.guest import wire

INSERT = "def f(xs):\n    out = []\n    for x in xs:\n        out.insert(0, x)\n    return out\n"
NESTED = "def f(xs):\n    for i in xs:\n        for j in xs:\n            a = i\n            b = j\n    return 0\n"
CALLED = (
    "def same(a, b):\n    return a == b\ndef f(xs):\n    for i in xs:\n        for j in xs:\n            same(i, j)\n"
)
TWICE = "def f(i):\n    return i if i < 2 else f(i - 1) + f(i - 2)\n"


def found(source: str, low: Seen, high: Seen, required: str = "n", what: Resource = Resource.TIME) -> Carrier | None:
    program = outline(source)
    assert program is not None
    return carrier({1000: Trace(low), 2000: Trace(high)}, parse_class(required), program, what)


def test_the_line_whose_every_run_costs_more() -> None:
    said = found(INSERT, {3: (1000, 40_000), 4: (1000, 1_000_000)}, {3: (2000, 80_000), 4: (2000, 4_000_000)})
    assert said is not None
    assert (said.line, said.exponent, said.runs) == (4, 2.0, 0)
    assert said.share > 0.97


def test_the_loop_whose_lines_run_too_often_though_none_of_them_takes_most() -> None:
    low = {2: (1000, 10**5), 3: (10**6, 10**8), 4: (10**6, 10**8), 5: (10**6, 10**8)}
    high = {2: (2000, 2 * 10**5), 3: (4 * 10**6, 4 * 10**8), 4: (4 * 10**6, 4 * 10**8), 5: (4 * 10**6, 4 * 10**8)}
    said = found(NESTED, low, high)
    assert said is not None
    assert (said.line, said.exponent, said.runs, said.again) == (3, 2.0, 4_000_000, 2)
    assert said.share > 0.97


def test_a_function_that_is_called_too_often_is_not_to_blame_but_the_loop_that_calls_it() -> None:
    seen = [
        {1: (n * n, 10 * n * n), 2: (n * n, 90 * n * n), 4: (n, 90 * n), 5: (n * n, 80 * n * n), 6: (n * n, 80 * n * n)}
        for n in (1000, 2000)
    ]
    said = found(CALLED, seen[0], seen[1])
    assert said is not None
    assert (said.line, said.again) == (5, 4)


def test_a_recursion_is_blamed_where_it_calls_itself() -> None:
    said = found(TWICE, {1: (1000, 10**5), 2: (1000, 10**6)}, {1: (60_000, 6 * 10**6), 2: (60_000, 6 * 10**7)})
    assert said is not None
    assert (said.line, said.runs) == (2, 60_000)


def test_of_sizes_that_are_close_counts_tell_and_noise_does_not() -> None:
    program = outline(TWICE)
    assert program is not None
    traces = {26: Trace({2: (600_000, 300_000_000)}), 27: Trace({2: (970_000, 520_000_000)})}
    said = carrier(traces, parse_class("n"), program)
    assert said is not None
    assert (said.line, said.runs) == (2, 970_000)


def test_memory_is_blamed_by_what_is_held_and_not_by_how_often() -> None:
    said = found(INSERT, {3: (1000, 0), 4: (1000, 8000)}, {3: (4000, 0), 4: (4000, 64_000)}, "1", Resource.MEMORY)
    assert said is not None
    assert (said.line, said.runs) == (4, 0)


def test_what_a_loop_makes_is_held_by_the_line_that_keeps_it() -> None:
    said = found(
        INSERT, {3: (1000, 32_000), 4: (1000, 8000)}, {3: (4000, 128_000), 4: (4000, 64_000)}, "1", Resource.MEMORY
    )
    assert said is not None
    assert said.line == 4


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ({4: (1000, 10**6)}, {4: (2000, 2_100_000)}),  # grows as it may
        ({3: (1000, 10**8), 4: (1000, 1000)}, {3: (2000, 2 * 10**8), 4: (2000, 4000)}),  # takes hardly any time
        ({4: (1000, 10**6)}, {4: (2000, 2_300_000)}),  # hardly steeper than it may
        ({99: (1000, 1000)}, {99: (4000, 4000)}),  # no such line
        ({}, {}),
    ],
)
def test_nothing_is_blamed_on_little(low: Seen, high: Seen) -> None:
    assert found(INSERT, low, high) is None


def test_no_class_is_exceeded_that_has_no_power() -> None:
    assert found(INSERT, {4: (1000, 10**6)}, {4: (9000, 10**9)}, "2^n") is None


def test_the_reason_says_line_share_and_power() -> None:
    growth = FamilyGrowth(
        family="random", resource=Resource.TIME, required="n", outcome=Outcome.EXCEEDS, points=[], reason="it grew"
    )
    blame = Blame(4, "out.insert(0, x)", 0.75, 2.0, 2000, cause=Cause("insert-front", "use a deque"))
    assert blame.sentence() == "line 4, `out.insert(0, x)`: 75 % of the time at n = 2,000, growing about n^2.0"
    after = blamed(growth, blame)
    assert (after.line, after.line_text, after.cause) == (4, "out.insert(0, x)", "use a deque")
    assert after.reason == f"it grew; {blame.sentence()}"
    steep = Blame(3, "return f(n - 1) + f(n - 2)", 0.9, 9.0, 20, runs=4000)
    assert steep.sentence().endswith(
        "ran 4,000 times at n = 20, growing faster than any power of n; 90 % of the time at n = 20"
    )
    often = Blame(3, "for j in xs:", 0.9, 2.0, 2000, runs=4000)
    assert "ran 4,000 times at n = 2,000, growing about n^2.0; 90 % of the time" in often.sentence()


@pytest.mark.parametrize(
    "said",
    [
        None,
        5,
        "x",
        "__import__('os')",
        [(1, 2)],
        ([("a", 1, 1)], []),
        ([(1, -1, 1)], []),
        ([(1, 1, 2**63)], []),
        ([[[1]]], []),
        ([], [(1, 5, "list", 1)]),
        ([], [(1, "x", "list", -2)]),
        ([], [(1, "x" * 500, "list", 1)]),
        ([], [([], "x", "list", 1)]),
        b"x",
    ],
)
def test_what_a_submission_could_say_instead(said: Any) -> None:
    try:
        message = wire.encode(said)
    except wire.WireError:
        pytest.skip("cannot be said")
    assert read(message, several=False) == Trace()


def test_bytes_that_are_no_message() -> None:
    assert read(b"\xff\xff", several=False) == Trace()
    assert read(wire.encode([]), several=True) == Trace()


CLASS = """class Keeper:
    def __init__(self):
        self.held = []
    def add(self, x):
        self.held.append(x)
"""
PROGRAM = "total = 0\nfor line in open(0):\n    total += int(line)\nprint(total)\n"


@pytest.mark.parametrize("resource", [Resource.TIME, Resource.MEMORY])
@pytest.mark.parametrize(
    ("source", "entry", "value", "line"),
    [
        (INSERT, Function("f"), (list(range(500)),), 4),
        (CLASS, Script("Keeper"), [("Keeper", ()), *[("add", (i,)) for i in range(500)]], 5),
        (PROGRAM, Main(), "1\n" * 500, 3),
    ],
)
def test_lines_are_counted_in_a_cell(
    box: Sandbox, source: str, entry: Entry, value: Any, line: int, resource: Resource
) -> None:
    data, attachments = wire.encode_input(value)
    task = Task(Program.single(source), entry, data, attachments=attachments)
    execution = box.run(traced(task, resource))
    assert execution.status is Status.OK, execution.message
    trace = read(execution.answer or b"", isinstance(entry, Script))
    assert trace.seen[line][0] == 500
    if resource is Resource.MEMORY and not isinstance(entry, Main):
        assert trace.seen[line][1] > 500 * 5  # pointers that a list keeps


def test_what_names_stand_for_is_seen(box: Sandbox) -> None:
    data, _ = wire.encode_input((list(range(500)),))
    execution = box.run(traced(Task(Program.single(INSERT), Function("f"), data)))
    things = read(execution.answer or b"", False).things
    assert things[4, "out"][0] == "list"
    assert things[4, "out"][1] >= 255
    assert things[4, "x"][0] == "int"


def test_reads_of_a_held_sequence_are_charged_to_their_line(box: Sandbox) -> None:
    source = "def f(xs):\n    a = xs[0]\n    b = list(xs)\n    return len(b) + a * 0\n"
    data, attachments = wire.encode_input((wire.ProbeSequence(64, ((0, 5, 1, 1),)),))
    task = Task(Program.single(source), Function("f"), data, attachments=attachments)
    execution = box.run(traced(task, Resource.PROBES))
    assert execution.status is Status.OK, execution.message
    seen = read(execution.answer or b"", False).seen
    assert (seen[2][1], seen[3][1]) == (1, 64)
