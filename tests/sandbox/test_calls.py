"""Many calls of one function in one cell, and what a call does beside answering."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.api import Function, Sandbox, Status
from sandbox.guest import wire
from sandbox.guest.carried import Tape
from tests.sandbox.kit import answer, run

MANY = Function("f", many_calls=True)
COUNTS = "seen = []\ndef f(x):\n    seen.append(x)\n    return seen\n"


def watched(sandbox: Sandbox, source: str, value: Any, many: bool = False, runtime: str = "python") -> tuple[Any, ...]:
    """(answer, [(call, argument, what it is now)], generators moved)"""
    seen = run(sandbox, source, value, Function("f", many_calls=many, watched=True), runtime)
    inner, changed, moved = answer(seen)
    return wire.decode(inner), [(call, at, now and wire.decode(now)) for call, at, now in changed], moved


def test_calls_run_in_turn_in_one_process_and_each_answer_is_of_its_time(sandbox: Sandbox) -> None:
    assert answer(run(sandbox, COUNTS, [(1,), ("a",), (2,)], MANY)) == [[1], [1, "a"], [1, "a", 2]]


def test_each_call_may_have_a_tape(sandbox: Sandbox) -> None:
    seen = run(sandbox, "def f(tape):\n    return tape()", [(Tape(b"\1\2"),), (Tape(b"\3"),)], MANY)
    assert answer(seen) == [1, 3]


@pytest.mark.parametrize(("value", "entry"), [([(1,)], Function("f")), ((1,), MANY), ([1], MANY)])
def test_an_input_of_another_shape_is_the_judges_fault(sandbox: Sandbox, value: Any, entry: Function) -> None:
    assert run(sandbox, COUNTS, value, entry).status is Status.FAULT


def test_what_changes_nothing_is_said_to_change_nothing(sandbox: Sandbox) -> None:
    source = (
        "import random\ndef f(xs, tape):\n    xs.append(random.Random(1).random())\n    xs.pop()\n    return tape()"
    )
    assert watched(sandbox, source, ([1, 2], Tape(b"\5"))) == (5, [], [])


def test_a_changed_argument_is_told_as_it_was_left(sandbox: Sandbox) -> None:
    source = "def f(xs, n, rows):\n    xs.sort()\n    rows[0]['a'] = n\n    return xs"
    changed = [(0, 0, [1, 2, 3]), (0, 2, [{"a": 7}])]
    assert watched(sandbox, source, ([3, 1, 2], 7, [{"a": 1}])) == ([1, 2, 3], changed, [])


def test_the_call_that_is_changed_is_named(sandbox: Sandbox) -> None:
    source = "def f(xs):\n    xs.sort()"
    assert watched(sandbox, source, [([1, 2],), ([2, 1],)], many=True) == ([None, None], [(1, 0, [1, 2])], [])


def test_an_argument_that_can_no_longer_be_carried_is_changed(sandbox: Sandbox) -> None:
    assert watched(sandbox, "def f(xs):\n    xs.append(iter(()))", ([],)) == (None, [(0, 0, b"")], [])


@pytest.mark.parametrize(
    ("body", "moved"),
    [
        ("random.seed(0)", ["random"]),
        ("random.random()", ["random"]),
        ("state = random.getstate(); random.shuffle([1, 2, 3]); random.setstate(state)", []),
        ("numpy.random.default_rng(3).random(); random.Random(3).random()", []),
        ("numpy.random.seed(3)", ["numpy.random"]),
        ("numpy.random.rand(); random.random()", ["random", "numpy.random"]),
    ],
)
def test_a_moved_global_generator_is_named(sandbox: Sandbox, body: str, moved: list[str]) -> None:
    source = f"import random\nimport numpy\ndef f(n):\n    {body}\n    return n"
    assert watched(sandbox, source, (1,), runtime="python-data") == (1, [], moved)
