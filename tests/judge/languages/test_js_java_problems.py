"""JavaScript, TypeScript and Java in cells: real solutions to problems of the bank, and limits of memory and stack."""

from __future__ import annotations

from typing import Any

import pytest

from judge.evaluate import Submitted, evaluate
from judge.languages import language_for
from judge.languages.build import Builder
from judge.problem.cases import CaseMaker
from judge.problem.interface import FunctionInterface
from judge.problem.load import load_problem
from judge.problem.task import entry_for
from judge.report import Decided, Verdict
from sandbox.api import MIB, Execution, Limits, Sandbox, Status, Task
from sandbox.guest import wire
from tests.judge.languages.compiled import function
from tests.judge.languages.solutions_of import BANK, Written, solutions_of
from tests.judge.languages.there import need_here, need_in
from tests.sandbox.fixtures import sandbox

__all__ = ["sandbox"]

EACH = solutions_of(".js", ".ts", ".java")
SUM = function("total", "int", xs="list[int]")
ROWS = function("total", "int", xs="list[tuple[int, int, int]]")
TRIPLES = ([(i, i, i) for i in range(200_000)],)
MANY = (list(range(1_000_000)),)  # 8 MB on the wire


@pytest.fixture(autouse=True)
def _there(sandbox: Sandbox) -> None:
    for toolchain, program in (("jdk", "java"), ("node", "node"), ("tsc", "tsc")):
        need_in(sandbox, toolchain, program)


@pytest.mark.slow
@pytest.mark.parametrize("one", EACH, ids=[one.name for one in EACH])
def test_every_sample_is_right(one: Written, sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> None:
    language = language_for(one.path)
    need_here(language)
    problem = load_problem(BANK / one.slug)
    maker = CaseMaker(problem, sandbox, b"s" * 32, tmp_path_factory.getbasetemp() / "cache")
    submitted = Submitted(one.path.read_text(encoding="utf-8"), language=language.name)
    events = list(evaluate(submitted, problem, sandbox, maker, mode="run"))
    assert isinstance(events[-1], Decided)
    report = events[-1].report
    assert report.verdict is Verdict.AC, report.model_dump_json(indent=1)
    assert sum(count.passed for count in report.tiers) == sum(count.total for count in report.tiers) > 0


def put(
    name: str, body: str, value: Any, sandbox: Sandbox, memory_mb: int, interface: FunctionInterface = SUM
) -> Execution:
    language = language_for(name)
    need_here(language)
    source = f"function total(xs) {{ {body} }}"
    if name == "java":
        source = f"import java.util.*;\nclass Solution {{ static long total{body} }}"
    built = Builder(sandbox, None).build(language.plan(source, interface, "python"), "test")
    assert built.program is not None, built.message
    limits = Limits(memory_bytes=memory_mb * MIB)
    return sandbox.run(Task(built.program, entry_for(interface), wire.encode(value), limits))


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("javascript", "const all = []; for (;;) all.push({ xs });"),
        ("javascript", "const all = []; for (;;) all.push(new Float64Array(100000).fill(1));"),
        ("javascript", "let text = ''; const all = []; for (;;) { text += 'x'; all.push(text + all.length); }"),
        ("java", "(long[] xs) { List<Object> all = new ArrayList<>(); for (;;) all.add(new long[1000]); }"),
        ("java", "(long[] xs) { List<Object> all = new ArrayList<>();"
                 " for (;;) all.add(java.nio.ByteBuffer.allocateDirect(1 << 20)); }"),
    ],
)  # fmt: skip
def test_whatever_memory_is_made_of_its_limit_is_told(name: str, body: str, sandbox: Sandbox) -> None:
    assert put(name, body, ([1],), sandbox, 48).status is Status.MEMORY_LIMIT


@pytest.mark.parametrize(
    ("name", "body", "value", "interface", "answer"),
    [
        # as large again as the input, whose own memory is not the submission's
        ("javascript", "return [...xs].length + xs.length", MANY, SUM, 2_000_000),
        ("javascript", "return xs.length", TRIPLES, ROWS, 200_000),
        ("java", "(long[] xs) { return xs.clone().length + xs.length; }", MANY, SUM, 2_000_000),
        ("java", "(List<Integer> xs) { return xs.size(); }", MANY, SUM, 1_000_000),
        ("java", "(List<List<Integer>> xs) { return xs.size(); }", TRIPLES, ROWS, 200_000),
        # far more garbage than the limit
        ("javascript", "let n = 0; for (let i = 0; i < 3e6; i++) n += [i].length; return n", ([],), SUM, 3_000_000),
        ("java", "(long[] xs) { long n = 0; for (int i = 0; i < 3e6; i++) n += new long[64].length; return n; }",
         ([],), SUM, 192_000_000),
    ],
)  # fmt: skip
def test_the_input_and_garbage_are_not_charged(
    name: str, body: str, value: Any, interface: FunctionInterface, answer: int, sandbox: Sandbox
) -> None:
    execution = put(name, body, value, sandbox, 24, interface)
    assert (execution.status, execution.answer) == (Status.OK, wire.encode(answer)), execution


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("javascript", "return total(xs) + 1", "RangeError: Maximum call stack size exceeded"),
        ("java", "(long[] xs) { return total(xs) + 1; }", "java.lang.StackOverflowError"),
    ],
)
def test_recursion_without_end_is_told_as_that(name: str, body: str, words: str, sandbox: Sandbox) -> None:
    execution = put(name, body, ([1],), sandbox, 64)
    if name == "java" and execution.status is Status.MEMORY_LIMIT:
        return  # unwinding the smallest of frames, once they are compiled, takes several times the stack
    assert (execution.status, execution.message.splitlines()[:1]) == (Status.EXCEPTION, [words]), execution
