"""A submission's growth is compared with a program of its own language, where one is there and builds."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from judge.compared import compared_with
from judge.languages import language_for
from judge.languages.build import Builder, BuildFault, BuiltProgram
from judge.languages.language import Plan
from judge.problem.load import load_problem
from sandbox.api import Program

PROBLEM = load_problem(Path(__file__).parents[2] / "problems" / "rolling-average")
MINE = Program.single("pass", "python-data")
BUILT = Program({"main": b"built"}, "main", command=("/program/main",))


class Building:
    """Says what it is told to say."""

    def __init__(self, program: Program | None = BUILT, fault: bool = False) -> None:
        self.program = program
        self.fault = fault

    def build(self, plan: Plan, owner: str = "") -> BuiltProgram:
        if self.fault:
            raise BuildFault("no room")
        return BuiltProgram(self.program, "no such compiler")


def compared(name: str, builder: Building | None = None) -> tuple[Program, str]:
    found = compared_with(PROBLEM, language_for(name), MINE, cast(Builder, builder or Building()))
    words = [word for word in ("across", "warms_up", "compiled", "memory") if getattr(found.budget, word)]
    return found.reference, " ".join(words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("cpp", "compiled memory"),
        ("c", "compiled memory"),
        ("java", "warms_up"),
        ("javascript", "warms_up"),
        ("typescript", "warms_up"),
        ("pypy", "warms_up"),
    ],
)
def test_with_its_own_language(name: str, words: str) -> None:
    assert compared(name) == (BUILT, words)


def test_python_pays_for_the_same_runtime() -> None:
    reference, words = compared("python")
    assert (reference.runtime, reference.command, words) == ("python-data", (), "memory")


@pytest.mark.parametrize(
    ("name", "builder", "words"),
    [
        ("go", Building(), "across"),  # the problem has none
        ("java", Building(None), "across warms_up"),  # it does not build here
        ("cpp", Building(fault=True), "across"),
    ],
)
def test_else_with_python(name: str, builder: Building, words: str) -> None:
    reference, said = compared(name, builder)
    assert (reference.command, said) == ((), words)
    assert b"def rolling_average" in reference.files["solution.py"]
