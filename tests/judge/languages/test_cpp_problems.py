"""C++ in cells: real solutions to problems of the bank, and what may go wrong there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from judge.evaluate import Submitted, evaluate
from judge.languages.build import Builder
from judge.languages.cpp import Cpp
from judge.problem.bank import Bank
from judge.problem.cases import CaseMaker
from judge.problem.interface import ClassInterface, FunctionInterface
from judge.problem.task import entry_for
from judge.report import Decided, Verdict
from sandbox.api import MIB, Execution, Limits, Sandbox, Status, Task
from sandbox.guest import wire
from tests.judge.languages.compiled import a_class, function, method
from tests.judge.languages.solutions_of import BANK, Written, solutions_of
from tests.judge.languages.there import need_here
from tests.sandbox.fixtures import sandbox

__all__ = ["sandbox"]

EACH = solutions_of(".cpp")
STD = "#include <bits/stdc++.h>\nusing namespace std;\n"
cpp = Cpp()


@pytest.fixture(autouse=True)
def _compiler() -> None:
    need_here(cpp)


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where what was built is kept from test to test."""
    return tmp_path_factory.mktemp("builds")


@pytest.mark.parametrize("one", EACH, ids=[one.slug for one in EACH])
def test_a_real_solution_is_accepted(one: Written, sandbox: Sandbox, builds: Path) -> None:
    problem = Bank(BANK).get(one.slug)
    source = one.path.read_text(encoding="utf-8")
    maker = CaseMaker(problem, sandbox, b"s" * 32, builds)
    *_, last = evaluate(Submitted(source, "cpp"), problem, sandbox, maker, mode="run")
    assert isinstance(last, Decided)
    assert last.report.verdict is Verdict.AC, last.report
    assert len(last.report.cases) >= 2


def put(
    source: str,
    interface: FunctionInterface | ClassInterface,
    value: Any,
    sandbox: Sandbox,
    builds: Path,
    limits: Limits | None = None,
) -> Execution:
    made = Builder(sandbox, builds).build(cpp.plan(STD + source, interface, "python"), "test")
    assert made.program is not None, made.message
    return sandbox.run(Task(made.program, entry_for(interface), wire.encode(value), limits or Limits()))


LENGTH = function("length", "int", xs="list[int]", how="int")
LENGTH_SOURCE = """
long long length(vector<long long> xs, int how) {
    if (how == 1) throw invalid_argument("no");
    if (how == 2) return *(volatile int*)nullptr;
    if (how == 3) for (volatile long long i = 0;; i = i + 1) {}
    if (how == 4) { vector<vector<char>> all; for (;;) all.emplace_back(1 << 20, 'x'); }
    if (how == 5) { vector<long long> more(xs.begin(), xs.end()); return more.size(); }
    if (how == 6) { function<int(int)> deep = [&](int n) { return n ? deep(n - 1) + 1 : 0; }; return deep(200'000); }
    if (how == 7) exit(0);
    return xs.size();
}
"""


@pytest.mark.parametrize(
    ("how", "status"),
    [
        (0, Status.OK),
        (1, Status.EXCEPTION),
        (2, Status.SIGNAL),
        (3, Status.CPU_LIMIT),
        (4, Status.MEMORY_LIMIT),
        (6, Status.OK),
        (7, Status.EXIT),
    ],
)
def test_each_end_of_a_run_is_told_as_what_it_is(how: int, status: Status, sandbox: Sandbox, builds: Path) -> None:
    limits = Limits(cpu_ns=500_000_000, memory_bytes=64 * MIB)
    execution = put(LENGTH_SOURCE, LENGTH, ([1, 2, 3], how), sandbox, builds, limits)
    assert execution.status is status, execution


def test_the_input_belongs_to_nobodys_memory_and_a_copy_of_it_to_the_submission(sandbox: Sandbox, builds: Path) -> None:
    xs = list(range(2_000_000))
    given, copied = (put(LENGTH_SOURCE, LENGTH, (xs, how), sandbox, builds) for how in (0, 5))
    assert (given.answer, copied.answer) == (wire.encode(2_000_000), wire.encode(2_000_000))
    assert given.memory_bytes < 4 * MIB
    assert 12 * MIB < copied.memory_bytes < 24 * MIB


def test_giving_back_what_was_taken_by_value_is_not_charged(sandbox: Sandbox, builds: Path) -> None:
    """Else a function that looks at three elements would cost as much as there are."""

    def cpu_ns(size: int) -> int:
        return min(put(LENGTH_SOURCE, LENGTH, ([0] * size, 0), sandbox, builds).cpu_ns for _ in range(5))

    assert cpu_ns(2_000_000) < 4 * cpu_ns(2_000)


def test_an_input_that_it_cannot_hold_is_the_judges_fault(sandbox: Sandbox, builds: Path) -> None:
    execution = put(LENGTH_SOURCE, LENGTH, ([2**64], 0), sandbox, builds)
    assert execution.status is Status.FAULT
    assert "64 bits" in execution.message


def test_static_initialisers_run_on_the_clock(sandbox: Sandbox, builds: Path) -> None:
    """What they cost is charged, and what they take counts: there is no time before go."""
    source = """
    static vector<char> table(48 << 20, 1);
    static int loop() { volatile int i = 0; while (i < 50'000'000) i = i + 1; return i; }
    static int looped = loop();
    """
    idle = put(LENGTH_SOURCE, LENGTH, ([1], 0), sandbox, builds)
    busy = put(source + LENGTH_SOURCE, LENGTH, ([1], 0), sandbox, builds)
    assert (idle.status, busy.status) == (Status.OK, Status.OK)
    assert busy.cpu_ns > 10 * idle.cpu_ns
    assert busy.memory_bytes - idle.memory_bytes > 40 * MIB


def test_a_class_is_driven(sandbox: Sandbox, builds: Path) -> None:
    interface = a_class("Counter", method("add", "None", x="int"), method("total", "int"), start="int")
    source = """
    class Counter {
        long long sum;
    public:
        explicit Counter(int start) : sum(start) {}
        void add(int x) { sum += x; cout << x << '\\n'; }
        auto total() const { return sum; }
    };"""
    steps = [("Counter", (5,)), ("total", ()), ("add", (2,)), ("add", (3,)), ("total", ())]
    execution = put(source, interface, steps, sandbox, builds)
    assert execution.status is Status.OK, execution
    assert execution.answer == wire.encode(None).join([b"l" + (5).to_bytes(8, "little"), wire.encode(5)]) + (
        wire.encode(None) * 2 + wire.encode(10)
    )
    assert execution.stdout == b"2\n3\n"


def test_frames_of_its_own_are_only_data(sandbox: Sandbox, builds: Path) -> None:
    """A submission holds the driver's descriptor and may say what the driver could: an answer, once, of any kind."""
    source = """
    #include <unistd.h>
    long long length(vector<long long> xs, int how) {
        string frame = "A" + string("\\x09\\0\\0\\0\\0\\0\\0\\0i", 9) + string("\\x2a\\0\\0\\0\\0\\0\\0\\0", 8);
        if (how) frame = string("A\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x7f", 9);
        if (write(3, frame.data(), frame.size()) < 0) return 1;
        for (;;) pause();
    }"""
    forged, endless = (put(source, LENGTH, ([1], how), sandbox, builds) for how in (0, 1))
    assert (forged.status, forged.answer) == (Status.OK, wire.encode(42))
    assert endless.status in (Status.OUTPUT_LIMIT, Status.BAD_ANSWER)


def test_what_does_not_compile_is_told_in_the_persons_own_lines(sandbox: Sandbox, builds: Path) -> None:
    made = Builder(sandbox, builds).build(cpp.plan("int length(int x) {\n  return y;\n}\n", LENGTH, "python"), "test")
    assert made.program is None
    assert made.message.startswith(
        "solution.cpp: In function 'int length(int)':\nsolution.cpp:2:10: error: 'y' was not"
    )
    assert "/program" not in made.message
