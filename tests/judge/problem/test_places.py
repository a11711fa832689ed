from pathlib import Path

import pytest

from judge.problem.load import load_problem
from judge.problem.places import in_cases, in_yaml
from tests.judge.problem.folders import CASES, YAML, write_folder

LINES = CASES.splitlines()


def line_of(text: str) -> int:
    return next(number for number, line in enumerate(LINES, 1) if text in line)


@pytest.mark.parametrize(
    ("function", "where", "line"),
    [
        ("samples", {"item": 1}, line_of('"equal numbers"')),
        ("samples", {"item": 9}, line_of("def samples")),
        ("edges", {"label": "negative"}, line_of('"negative"')),
        ("edges", {"label": "made by a loop"}, line_of("def edges")),
        ("descending", {}, line_of("def descending")),
    ],
)
def test_a_fault_of_cases_has_its_line(tmp_path: Path, function: str, where: dict[str, int], line: int) -> None:
    problem = load_problem(write_folder(tmp_path))
    assert in_cases(problem, function, "why", **where) == f"{problem.folder}/cases.py:{line}: why"  # type: ignore[arg-type]


def test_what_is_not_found_has_no_line(tmp_path: Path) -> None:
    problem = load_problem(write_folder(tmp_path))
    assert in_cases(problem, "nowhere", "why") == f"{problem.folder}/cases.py: why"


def test_a_fault_of_the_yaml_has_line_and_key(tmp_path: Path) -> None:
    problem = load_problem(write_folder(tmp_path))
    line = YAML.splitlines().index("  families:") + 1
    file = problem.folder / "problem.yaml"
    assert in_yaml(problem, ("growth", "families"), "only one") == f"{file}:{line}: growth.families: only one"
    file.unlink()
    assert in_yaml(problem, ("growth",), "why") == f"{file}: why"
