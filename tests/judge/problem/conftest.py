from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.problem.cases import CaseMaker
from judge.problem.load import load_problem
from judge.problem.model import Problem
from sandbox import open_sandbox
from sandbox.api import Execution, Sandbox, SandboxError, Task
from tests.judge.problem.folders import write_folder


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    try:
        opened = open_sandbox()
    except SandboxError as error:
        pytest.skip(f"no sandbox on this host: {error}")
    with opened:
        yield opened


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return load_problem(write_folder(tmp_path / "problems"))


@pytest.fixture
def counting(sandbox: Sandbox) -> "Counting":
    return Counting(sandbox)


class Counting:
    """A sandbox that counts its runs."""

    def __init__(self, inner: Sandbox) -> None:
        self.inner = inner
        self.runs = 0

    def run(self, task: Task) -> Execution:
        self.runs += 1
        return self.inner.run(task)


SECRET = b"s" * 32


def maker_of(problem: Problem, sandbox: object, cache: Path, secret: bytes = SECRET) -> CaseMaker:
    return CaseMaker(problem, sandbox, secret, cache)  # type: ignore[arg-type]
