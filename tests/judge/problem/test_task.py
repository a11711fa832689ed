from pathlib import Path

import pytest

from judge.languages import language_for
from judge.problem.interface import ClassInterface, FunctionInterface, StdioInterface
from judge.problem.model import Problem
from judge.problem.task import entry_for, task_for
from sandbox.api import Function, Limits, Main, Program, Script
from sandbox.guest import wire


def test_each_interface_has_its_entry() -> None:
    function = FunctionInterface(kind="function", name="f", parameters=[], returns="int")
    made = ClassInterface.model_validate({"kind": "class", "name": "C", "methods": [{"name": "m"}]})
    assert entry_for(function) == Function("f")
    assert entry_for(function.model_copy(update={"many_calls": True})) == Function("f", many_calls=True)
    assert entry_for(made) == Script("C")
    assert entry_for(StdioInterface(kind="stdio")) == Main()


def test_streams_and_sequences_are_attached(problem: Problem, tmp_path: Path) -> None:
    stream, sequence = wire.Stream(b"a", b"bc", 3), wire.ProbeSequence.of([1, 2])
    limits = Limits(probes=5)
    task = task_for(problem, Program.single("x"), wire.encode((stream, 7, sequence)), limits)
    assert task.attachments == (stream, sequence)
    assert task.limits is limits
    handles = wire.decode(task.input, lambda index, kind, length: (index, kind, length))
    assert handles == ((0, "stream", 7), 7, (1, "sequence", 2))


def test_what_is_not_a_message_is_an_error(problem: Problem) -> None:
    with pytest.raises(wire.WireError):
        task_for(problem, Program.single("x"), b"?", Limits())


def test_the_runtime_is_the_problems_or_what_the_source_imports() -> None:
    stdio = StdioInterface(kind="stdio")

    def runtime(source: str) -> str:
        return language_for("python").plan(source, stdio, "python").run({}).runtime

    assert runtime("import math") == "python"
    assert runtime("def f():\n    import numpy as np") == "python-data"


def test_only_what_the_judge_itself_runs_is_watched(problem: Problem) -> None:
    def entry(program: Program) -> object:
        return task_for(problem, program, wire.encode(([1],)), Limits(), watched=True).entry

    assert entry(Program.single("x")) == Function("largest_gap", watched=True)
    assert entry(Program({}, command=("/program/main",), driver=True)) == Function("largest_gap")
