"""PyPy's driver: the same values and the same words as Python's own guest, from the same code."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.languages import language_for
from judge.languages.build import Builder
from judge.languages.stdio import STDIO
from judge.problem.interface import Interface
from judge.problem.task import entry_for
from sandbox.api import MIB, Execution, Limits, Sandbox, Status, Task
from sandbox.guest import wire
from tests.judge.languages.compiled import a_class, function, method
from tests.judge.languages.there import need_here, need_in
from tests.sandbox.fixtures import sandbox

__all__ = ["sandbox"]

F = function("f", "int", x="list[int]")
BAG = a_class("Bag", method("put", "None", x="int"), method("all", "list[int]"))
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
values = st.recursive(
    scalars | st.lists(st.integers(-(2**63), 2**63 - 1)) | st.lists(st.floats(allow_nan=False)),
    lambda inner: (
        st.lists(inner)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=3) | st.integers(), inner)
        | st.sets(st.integers())
    ),
    max_leaves=12,
)


@pytest.fixture(autouse=True)
def pypy() -> None:
    need_here(language_for("pypy"))


@pytest.fixture(autouse=True)
def _there(sandbox: Sandbox) -> None:
    need_in(sandbox, "pypy", "pypy3")


def run(sandbox: Sandbox, source: str, interface: Interface, value: Any, **limits: int) -> Execution:
    built = Builder(sandbox, None).build(language_for("pypy").plan(source, interface, "python"))
    assert built.program is not None, built.message
    task = Task(built.program, entry_for(interface), wire.encode(value), replace(Limits(), **limits))
    return sandbox.run(task)


def test_values_come_back_byte_for_byte(sandbox: Sandbox) -> None:
    found: list[Any] = []

    @settings(max_examples=200, database=None)
    @given(values)
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    execution = run(sandbox, "def f(x):\n    return x\n", F, (found,))
    assert execution.answer == wire.encode(found)


def test_newer_annotations_are_only_text(sandbox: Sandbox) -> None:
    source = "def f(x: list[int] | None, y: Whatever = None) -> int | None:\n    return None\n"
    assert run(sandbox, source, F, ([1],)).answer == wire.encode(None)


def test_a_class_is_driven_and_its_answers_are_taken_at_once(sandbox: Sandbox) -> None:
    source = (
        "class Bag:\n    def __init__(self): self.xs = []\n    def put(self, x): self.xs.append(x)\n"
        "    def all(self): return self.xs\n"
    )
    steps = [("Bag", ()), ("put", (1,)), ("all", ()), ("put", (2,)), ("all", ())]
    assert run(sandbox, source, BAG, steps).answer == wire.encode([None, None, [1], None, [1, 2]])


def test_a_traceback_shows_the_persons_frames_alone(sandbox: Sandbox) -> None:
    execution = run(sandbox, "def f(x):\n    return g(x)\n\n\ndef g(x):\n    raise KeyError('boom')\n", F, ([1],))
    assert execution.status is Status.EXCEPTION
    assert 'File "main.py", line 6, in g\n    raise KeyError' in execution.message
    assert "landau_guest" not in execution.message and "driver.py" not in execution.message


@pytest.mark.parametrize(
    ("source", "status", "words"),
    [
        ("def g(x):\n    return 1\n", Status.EXCEPTION, "main.py defines no function 'f'"),
        ("def f(x):\n    return object()\n", Status.BAD_ANSWER, ""),
        ("def f(x):\n    def r(n): return 1 + r(n + 1)\n    return r(0)\n", Status.EXCEPTION, "RecursionError"),
        ("import os\ndef f(x):\n    os._exit(3)\n", Status.EXIT, ""),
        ("def f(x):\n    raise SystemExit\n", Status.EXIT, ""),
    ],
)
def test_each_end_is_told_as_what_it_is(sandbox: Sandbox, source: str, status: Status, words: str) -> None:
    execution = run(sandbox, source, F, ([1],), memory_bytes=128 * MIB)
    assert execution.status is status
    assert words in execution.message


def test_a_program_starts_warm_and_ends_with_its_own_code(sandbox: Sandbox) -> None:
    execution = run(sandbox, "import sys\nprint(input().upper())\nsys.exit(0)\n", STDIO, "abc\n")
    assert execution.answer == wire.encode("ABC\n")
    assert run(sandbox, "raise SystemExit(3)\n", STDIO, "").exit_code == 3
