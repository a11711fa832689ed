"""TypeScript through its compiler, in the sandbox: what it refuses, and by which lines a run is told."""

from __future__ import annotations

import pytest

from judge.languages.build import Builder
from judge.languages.stdio import STDIO
from judge.languages.typescript import TypeScript
from judge.problem.interface import Interface
from judge.problem.task import entry_for
from sandbox.api import Execution, Sandbox, Status, Task
from sandbox.guest import wire
from tests.judge.languages.compiled import a_class, function, method
from tests.judge.languages.there import need_here, need_in
from tests.sandbox.fixtures import sandbox

__all__ = ["sandbox"]

ADD = function("add_up", "int", xs="list[int]")
MIXED = function("mixed", "dict[str, tuple[int, float]]", a="list[tuple[int, str | None]]", b="set[bool]")


@pytest.fixture(autouse=True)
def _need_typescript(sandbox: Sandbox) -> None:
    need_here(TypeScript())
    need_in(sandbox, "tsc", "tsc")


def run(sandbox: Sandbox, source: str, value: object, interface: Interface = ADD) -> Execution:
    built = Builder(sandbox, None).build(TypeScript().plan(source, interface, "python"), "test")
    assert built.program is not None, built.message
    return sandbox.run(Task(built.program, entry_for(interface), wire.encode(value)))


def refused(sandbox: Sandbox, source: str) -> str:
    built = Builder(sandbox, None).build(TypeScript().plan(source, ADD, "python"), "test")
    assert built.program is None
    return built.message


def test_a_type_error_is_told_with_its_line(sandbox: Sandbox) -> None:
    source = "function add_up(xs: number[]): number {\n  const total: string = xs[0];\n  return 6;\n}\n"
    said = refused(sandbox, source)
    assert said.startswith("solution.ts(2,9): error TS2322:"), said


def test_a_run_is_told_by_the_lines_of_the_typescript(sandbox: Sandbox) -> None:
    source = (
        "interface Pair {\n  a: number;\n  b: number;\n}\n\nexport function add_up(xs: number[]): number {\n"
        "  const pair: Pair = { a: 1, b: 2 };\n  throw new Error('here ' + pair.a);\n}\n"
    )
    execution = run(sandbox, source, ([1],))
    assert execution.status is Status.EXCEPTION
    assert execution.message.splitlines() == ["Error: here 1", "    at add_up (solution.ts:8:9)"]


def test_what_node_brings_has_types_enough(sandbox: Sandbox) -> None:
    source = (
        "import * as fs from 'fs';\nimport readline from 'readline';\n"
        "const text: string = fs.readFileSync(0, 'utf8');\nconsole.log(text.trim(), typeof readline, process.pid);\n"
        "setTimeout(() => console.log(require('os').EOL === '\\n', Buffer.from('x').length), 0);\n"
    )
    execution = run(sandbox, source, "in\n", STDIO)
    assert (execution.status, execution.answer) == (Status.OK, wire.encode("in object 2\ntrue 1\n")), execution


@pytest.mark.parametrize(
    "interface", [ADD, MIXED, a_class("Bag", method("put_in", "None", x="int | None"), size="int"), STDIO]
)
def test_a_starter_builds_and_fails(sandbox: Sandbox, interface: Interface) -> None:
    text = TypeScript().starter(interface, "What it is.")
    values = {"add_up": ([1],), "mixed": ([(1, None)], {True}), "Bag": [("Bag", (1,)), ("put_in", (None,))]}
    execution = run(sandbox, text, values.get(getattr(interface, "name", ""), ""), interface)
    assert execution.status in (Status.EXCEPTION, Status.EXIT)
    assert "not written yet" in execution.message + execution.stderr.decode()


def test_a_starter_has_the_types() -> None:
    text = TypeScript().starter(MIXED, "")
    assert text.startswith(
        "function mixed(a: [number, string | null][], b: Set<boolean>): Map<string, [number, number]> {"
    )
