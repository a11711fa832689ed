"""The builder: what it keeps, when it makes it anew, and what it says."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from judge.languages import build as building
from judge.languages.build import Builder, BuildFault, BuiltProgram
from judge.languages.language import BUILD_LIMITS, NO_INPUT, Plan
from judge.problem.cache import Cache
from sandbox.api import Accounting, Build, Execution, Program, Sandbox, Status, Strength, Task
from sandbox.guest import wire

MADE = {"main": b"\x7fELF"}


class Compiler(Sandbox):
    """Stands in for a sandbox: every build leaves `answer`."""

    def __init__(self, answer: object = MADE, status: Status = Status.OK, message: str = "") -> None:
        self.execution = Execution(status, answer=wire.encode(answer), message=message)
        self.tasks: list[Task] = []
        self.backend = "native"

    def run(self, task: Task) -> Execution:
        self.tasks.append(task)
        return self.execution

    def strength(self) -> Strength:
        return Strength(self.backend, Accounting.SAMPLED, strong=True)


def plan(text: bytes = b"int main;", flags: tuple[str, ...] = ("-O2",), driver: Task | None = None) -> Plan:
    program = Program({"main.c": text}, "main.c", command=("/usr/bin/cc", *flags))
    return Plan(Task(program, Build(("main",)), NO_INPUT, BUILD_LIMITS), run, driver)


def run(built: Mapping[str, bytes]) -> Program:
    return Program(dict(built), "main", command=("/program/main",))


def entries(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_same_is_built_once_by_whoever_asks(tmp_path: Path) -> None:
    first, second = Compiler(), Compiler()
    made = Builder(first, tmp_path).build(plan(), "ada")
    again = Builder(second, tmp_path).build(plan(), "bob")
    assert (len(first.tasks), len(second.tasks)) == (1, 0)
    assert made == BuiltProgram(replace(run(MADE), owner="ada"))
    assert again == BuiltProgram(replace(run(MADE), owner="bob"))
    assert first.tasks[0].program.owner == "ada"


@pytest.mark.parametrize(
    "other",
    [plan(b"int main; "), plan(flags=("-O3",)), plan(flags=("-O", "2"))],
    ids=["text", "flags", "flags cut elsewhere"],
)
def test_what_differs_is_built(tmp_path: Path, other: Plan) -> None:
    compiler = Compiler()
    builder = Builder(compiler, tmp_path)
    builder.build(plan())
    builder.build(other)
    assert len(compiler.tasks) == 2


def test_another_compiler_or_backend_builds_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiler = Compiler()
    builder = Builder(compiler, tmp_path)
    builder.build(plan())
    monkeypatch.setattr(building, "toolchain_identity", lambda name: ["cc 13"])
    builder.build(plan())
    compiler.backend = "docker"
    builder.build(plan())
    assert len(compiler.tasks) == 3


@pytest.mark.parametrize("damage", [b"", b"short", None], ids=["empty", "cut", "one byte"])
def test_a_damaged_entry_is_built_anew(tmp_path: Path, damage: bytes | None) -> None:
    compiler = Compiler()
    Builder(compiler, tmp_path).build(plan())
    (entry,) = entries(tmp_path)
    data = entry.read_bytes()
    entry.write_bytes(damage if damage is not None else data[:-1] + bytes([data[-1] ^ 1]))
    assert Builder(compiler, tmp_path).build(plan()).program == run(MADE)
    assert len(compiler.tasks) == 2
    assert entry.read_bytes() == data


def test_an_entry_of_another_shape_is_built_anew(tmp_path: Path) -> None:
    compiler = Compiler()
    Builder(compiler, tmp_path).build(plan())
    (entry,) = entries(tmp_path)
    Cache(tmp_path).put(entry.parent.name + entry.name, {"main": "no bytes"})
    assert Builder(compiler, tmp_path).build(plan()).program == run(MADE)


def test_the_least_used_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "LARGEST_BYTES", 10_000)
    compiler = Compiler({"main": bytes(3000)})
    for number in range(12):
        Builder(compiler, tmp_path).build(plan(str(number).encode()))
    assert sum(path.stat().st_size for path in entries(tmp_path)) <= 10_000
    Builder(compiler, tmp_path).build(plan(b"11"))
    assert len(compiler.tasks) == 12


def test_two_judges_at_once_leave_one_whole_entry(tmp_path: Path) -> None:
    compiler = Compiler({"main": bytes(200_000)})
    found: list[BuiltProgram] = []
    start = threading.Barrier(8)

    def judge() -> None:
        start.wait()
        found.append(Builder(compiler, tmp_path).build(plan()))

    threads = [threading.Thread(target=judge) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [BuiltProgram(run({"main": bytes(200_000)}))] * 8
    assert len(entries(tmp_path)) == 1


def test_a_text_that_is_no_program_gets_the_compilers_words_and_is_not_kept(tmp_path: Path) -> None:
    compiler = Compiler(
        status=Status.BUILD_ERROR, message="/program/main.c:3: error: in /tmp/x.o, not /usr/program/y\n"
    )
    built = Builder(compiler, tmp_path).build(plan())
    assert built == BuiltProgram(None, "main.c:3: error: in x.o, not /usr/program/y")
    assert entries(tmp_path) == []


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.CPU_LIMIT, "stopped after 10 s of CPU time"),
        (Status.WALL_LIMIT, "stopped after 30 s"),
        (Status.MEMORY_LIMIT, "more than 1024 MB"),
        (Status.OUTPUT_LIMIT, "larger than 64 MB"),
        (Status.SIGNAL, "ended with signal"),
    ],
)
def test_a_build_that_was_stopped_says_by_what(status: Status, words: str) -> None:
    built = Builder(Compiler(status=status), None).build(plan())
    assert built.program is None
    assert words in built.message


def test_a_fault_of_the_sandbox_is_no_fault_of_the_text() -> None:
    with pytest.raises(BuildFault, match="no room"):
        Builder(Compiler(status=Status.FAULT, message="no room"), None).build(plan())


def test_a_compiler_that_the_backend_lacks_is_no_fault_either() -> None:
    compiler = Compiler(status=Status.FAULT, message="ValueError: cc is not installed: apt install gcc")
    assert "apt install gcc" in Builder(compiler, None).build(plan()).message


def test_a_driver_is_built_beside_the_submission_and_without_its_owner(tmp_path: Path) -> None:
    driver = replace(plan(b"driver").build, entry=Build(("driver",)))  # type: ignore[type-var]
    compiler = Compiler()
    Builder(compiler, tmp_path).build(plan(driver=driver), "ada")
    assert [task.program.owner for task in compiler.tasks] == ["", "ada"]
    broken = Compiler(status=Status.BUILD_ERROR, message="no such header")
    with pytest.raises(BuildFault, match="no such header"):
        Builder(broken, None).build(plan(driver=driver), "ada")
