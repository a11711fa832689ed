"""Every language, in every sandbox: each end of a run is told as what it is, and so is each end of a build.

programs/<language>/ holds one small program for each; what a language has no file for is not asked of it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from judge.home import Home
from judge.languages import LANGUAGES, Language
from judge.languages.build import NOT_INSTALLED, Builder, BuiltProgram
from judge.languages.language import BUILD_LIMITS
from judge.languages.selftest import check_language
from judge.languages.stdio import STDIO
from sandbox.api import MIB, Execution, Limits, Main, Sandbox, Status, Task
from sandbox.guest import wire
from tests.judge.languages.there import need_here
from tests.sandbox.fixtures import sandbox

__all__ = ["sandbox"]

PROGRAMS = Path(__file__).parent / "programs"
BROKEN_PYTHON = "x = 1\ny = (nonsense\n"
LIMITS = Limits(cpu_ns=5_000_000_000, wall_ns=20_000_000_000)
each_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
PROGRAMMED = [one for one in LANGUAGES if one.cannot(STDIO) is None]
each_program = pytest.mark.parametrize("language", PROGRAMMED, ids=lambda language: language.name)


def each_with(*names: str) -> pytest.MarkDecorator:
    """Over the languages that have such programs, whatever can be done in them."""
    found = [(one, name) for one in PROGRAMMED for name in names if list((PROGRAMS / one.name).glob(f"{name}.*"))]
    ids = [f"{one.name}-{name}" for one, name in found]
    return pytest.mark.parametrize(("language", "name"), found, ids=ids)


def text(language: Language, name: str) -> str:
    return next((PROGRAMS / language.name).glob(f"{name}.*")).read_text(encoding="utf-8")


def build(
    language: Language, source: str, sandbox: Sandbox, limits: Limits = BUILD_LIMITS, kept: Path | None = None
) -> BuiltProgram:
    plan = language.plan(source, STDIO, "python")
    if plan.build is not None:
        plan = replace(plan, build=replace(plan.build, limits=limits))
    built = Builder(sandbox, kept).build(plan, "test")
    if NOT_INSTALLED in built.message:
        pytest.skip(f"in the image of the sandbox, {built.message}")
    return built


def run(language: Language, name: str, sandbox: Sandbox, limits: Limits = LIMITS, stdin: str = "") -> Execution:
    need_here(language)
    # One build for every sandbox of a kind: here it is the run that counts.
    built = build(language, text(language, name), sandbox, kept=Home.find().cache / "builds")
    assert built.program is not None, built.message
    return sandbox.run(Task(built.program, Main(), wire.encode(stdin), limits))


@each_language
def test_its_own_test_passes(language: Language, sandbox: Sandbox) -> None:
    need_here(language)
    fault = check_language(language, sandbox).fault
    if NOT_INSTALLED in fault:
        pytest.skip(f"in the image of the sandbox, {fault}")
    assert fault == ""


@each_program
def test_what_comes_in_goes_out(language: Language, sandbox: Sandbox) -> None:
    stdin = "one\nzwölf ✔\n\n" + "x" * 70_000 + "\n"
    execution = run(language, "echo", sandbox, stdin=stdin)
    assert (execution.status, execution.stderr) == (Status.OK, b"")
    assert execution.answer == wire.encode(stdin)


@each_program
def test_what_does_not_build_is_told_with_its_line(language: Language, sandbox: Sandbox) -> None:
    need_here(language)
    python = language.main.endswith(".py")
    built = build(language, BROKEN_PYTHON if python else text(language, "broken"), sandbox)
    assert built.program is None
    assert "nonsense" in built.message
    assert "/program" not in built.message


@each_program
def test_what_fails_says_why(language: Language, sandbox: Sandbox) -> None:
    execution = run(language, "crash", sandbox)
    assert execution.status in (Status.EXCEPTION, Status.EXIT, Status.SIGNAL)
    assert "boom" in execution.message + execution.stderr.decode()


@each_program
def test_what_never_ends_is_stopped_by_its_cpu_time(language: Language, sandbox: Sandbox) -> None:
    execution = run(language, "spin", sandbox, replace(LIMITS, cpu_ns=1_000_000_000))
    assert execution.status is Status.CPU_LIMIT


@each_program
def test_what_takes_too_much_memory_is_stopped_for_that(language: Language, sandbox: Sandbox) -> None:
    execution = run(language, "hog", sandbox, replace(LIMITS, memory_bytes=128 * MIB, cpu_ns=20_000_000_000))
    assert execution.status is Status.MEMORY_LIMIT, execution


@each_program
def test_what_writes_too_much_is_stopped_for_that(language: Language, sandbox: Sandbox) -> None:
    execution = run(language, "flood", sandbox, replace(LIMITS, output_bytes=2 * MIB))
    assert execution.status is Status.OUTPUT_LIMIT


@each_with("bomb", "large")
def test_a_compile_bomb_is_stopped(language: Language, name: str, sandbox: Sandbox) -> None:
    need_here(language)
    limits = replace(BUILD_LIMITS, cpu_ns=3_000_000_000, memory_bytes=512 * MIB)
    built = build(language, text(language, name), sandbox, limits)
    assert built.program is None
    assert built.message


@each_with("host_file")
def test_a_build_reads_nothing_of_the_host(language: Language, name: str, sandbox: Sandbox, tmp_path: Path) -> None:
    need_here(language)
    secret = tmp_path / "secret.txt"
    secret.write_text("marmalade\n")
    for path in (secret, Path("/etc/passwd")):
        assert path.exists()
        built = build(language, text(language, name).replace("{path}", str(path)), sandbox)
        assert built.program is None
        assert "marmalade" not in built.message
        assert "root:" not in built.message
