import re
from pathlib import Path

import pytest

from judge.problem import check
from judge.problem.check import check_problem
from judge.problem.faults import ProblemError
from judge.problem.interface import FunctionInterface
from judge.problem.load import BLANK, load_problem
from judge.problem.new import Kind, Wanted, new_problem
from sandbox.api import Sandbox
from tests.judge.problem.conftest import maker_of

KINDS: tuple[Kind, ...] = ("function", "class", "stdio")
REQUIRED = {"problem.yaml", "statement.md", "hints.md", "editorial.md", "starter.py", "cases.py"}

# What a setter writes into the blanks, for a problem that adds numbers up. Code by kind: input of n numbers, and how
# the parts of a solution that holds the numbers in `xs` begin and end.
INPUT = {
    "function": "({xs},)",
    "class": '[("AddUp", ()), *[("add", (x,)) for x in {xs}], ("answer", ())]',
    "stdio": '" ".join(map(str, {xs}))',
}
ANSWER = {"function": "6", "class": "[None, None, 1]", "stdio": '"6\\n"'}
SOLUTIONS = {
    "reference": "sum(xs)",
    "clumsy but accepted": "sum(sum(1 for _ in range(3)) * 0 + x for x in xs)",
    "right, but": "sum(xs[i] + 0 * len(xs[: i + 1][::-1]) for i in range(len(xs)))",
    "wrong on an edge": "sum(abs(x) for x in xs)",
}


def filled(kind: Kind, line: str) -> str:
    """A line of the new folder with its blanks filled."""
    blank = BLANK.search(line)
    if blank is None:
        return line
    words, indent = blank.group(1), re.match(r"\s*", line).group()  # type: ignore[union-attr]
    numbers = INPUT[kind].format(xs="[rng.randint(-9, 9) for _ in range(n)]")
    if "its answer" in words:
        return f'{indent}"answer": {ANSWER[kind]},'
    if "return an input" in words or "return the input" in words:
        return f"{indent}return {numbers}"
    if "what is special" in words:
        return indent + f'("negative", {INPUT[kind].format(xs="[-1, -2]")}),'
    if words.startswith("check each constraint"):
        return f"{indent}pass"
    for start, expression in SOLUTIONS.items():
        if start in words and "raise NotImplementedError" in line:
            return {"function": f"{indent}return {expression}", "stdio": stdio(indent, expression)}.get(kind, line)
    return BLANK.sub("words", line)


def stdio(indent: str, expression: str) -> str:
    return f"{indent}xs = list(map(int, sys.stdin.read().split()))\n{indent}print({expression})"


def fill(folder: Path, kind: Kind) -> None:
    for path in (path for path in folder.rglob("*") if path.is_file()):
        text = "\n".join(filled(kind, line) for line in path.read_text().split("\n"))
        if kind == "class" and "submissions" in path.parts:
            text = class_solution(path.read_text())
        path.write_text(text)


def class_solution(text: str) -> str:
    head = "\n".join(BLANK.sub("words", line) for line in text.split("\n") if line.startswith("#"))
    expression = next(code for start, code in SOLUTIONS.items() if start in text.split("raise NotImplementedError")[1])
    return (
        f"{head}\nclass AddUp:\n    def __init__(self):\n        self.xs = []\n\n    def add(self, x):\n"
        f"        self.xs.append(x)\n\n    def answer(self):\n        xs = self.xs\n        return {expression}\n"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_folder_is_whole_but_for_its_blanks(tmp_path: Path, kind: Kind) -> None:
    folder = new_problem(tmp_path / "bank", "add-up", Wanted(kind, 'Add: "up" [x]'))
    assert folder == tmp_path / "bank" / "add-up"
    assert {path.name for path in folder.iterdir()} >= REQUIRED
    with pytest.raises(ProblemError) as caught:
        load_problem(folder)
    faults = caught.value.faults
    assert all(fault.message.startswith("still to be filled in: ") and fault.line for fault in faults)
    assert {fault.path.relative_to(folder).as_posix() for fault in faults} == (
        REQUIRED | {path.relative_to(folder).as_posix() for path in folder.glob("submissions/*/*.py")}
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_folder_is_a_problem_whose_parts_hold(
    tmp_path: Path, sandbox: Sandbox, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_problem(tmp_path, "add-up", Wanted(kind, 'Add: "up" [x]'))
    fill(folder, kind)
    problem = load_problem(folder)
    assert problem.spec.title == 'Add: "up" [x]'
    monkeypatch.setattr(check, "check_known", lambda *_, **__: None)
    rows = [row for row in check_problem(problem, sandbox, maker_of(problem, sandbox, tmp_path / "cache")) if row]
    assert [(row.what, row.got) for row in rows if not row.ok] == []


@pytest.mark.slow
def test_a_filled_folder_passes_check(tmp_path: Path, sandbox: Sandbox) -> None:
    folder = new_problem(tmp_path, "add-up")
    fill(folder, "function")
    problem = load_problem(folder)
    rows = list(check_problem(problem, sandbox, maker_of(problem, sandbox, tmp_path / "cache")))
    assert [(row.what, row.got, row.detail) for row in rows if not row.ok] == []


def test_nothing_is_overwritten_and_nothing_ill_named(tmp_path: Path) -> None:
    folder = new_problem(tmp_path, "add-up")
    (folder / "statement.md").write_text("mine")
    with pytest.raises(ProblemError, match="is there already"):
        new_problem(tmp_path, "add-up")
    assert (folder / "statement.md").read_text() == "mine"
    for slug in ("Add Up", "../x", "", "add_up", "a--b"):
        with pytest.raises(ProblemError, match="small letters"):
            new_problem(tmp_path, slug)
    with pytest.raises(ProblemError, match="no interface is called 'shell'"):
        new_problem(tmp_path, "x", Wanted("shell"))  # type: ignore[arg-type]


@pytest.mark.parametrize("wanted", [Wanted(runtime="python-data"), Wanted(checker="frame")])
def test_a_function_beside_pandas_takes_and_gives_data_frames(tmp_path: Path, wanted: Wanted) -> None:
    folder = new_problem(tmp_path, "add-up", wanted)
    for path in (path for path in folder.rglob("*") if path.is_file()):
        path.write_text(BLANK.sub("words", path.read_text()))
    spec = load_problem(folder).spec
    assert (spec.runtime, spec.checker.kind) == ("python-data", "frame")
    assert isinstance(spec.interface, FunctionInterface)
    assert [one.type for one in spec.interface.parameters] == [spec.interface.returns] == ["DataFrame"]
    assert "import pandas as pd" in (folder / "cases.py").read_text()
    again = new_problem(tmp_path, "add-up-again", load_problem(folder))
    assert "import pandas as pd" in (again / "cases.py").read_text()


def test_data_frames_want_pandas(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="the runtime of the checker frame is python-data"):
        new_problem(tmp_path, "add-up", Wanted(runtime="python", checker="frame"))
    with pytest.raises(ProblemError, match="frame does not fit class"):
        new_problem(tmp_path, "add-up", Wanted("class", checker="frame"))


@pytest.mark.parametrize(("slug", "name"), [("2sum", "solve_2sum"), ("lambda", "solve_lambda"), ("a-b", "a_b")])
def test_a_function_gets_a_name_that_python_takes(tmp_path: Path, slug: str, name: str) -> None:
    folder = new_problem(tmp_path, slug)
    assert f"def {name}(" in (folder / "starter.py").read_text()
    assert f"  name: {name}\n" in (folder / "problem.yaml").read_text()
