"""Where things stand in a problem's folder, so that what is said of them begins with file and line. Best effort: what
is made by a loop has the line of its function, and what is not found has none. Pure but for reading problem.yaml."""

from __future__ import annotations

import ast

from judge.problem.faults import Fault
from judge.problem.model import Problem, ProblemSpec
from judge.problem.written import Step, read_yaml


def in_cases(
    problem: Problem, function: str, message: str, *, label: str | None = None, item: int | None = None
) -> str:
    """A message about a function of cases.py; `label`: a text that stands in it, `item`: the number (from 0) of an
    element of the list that it returns."""
    return str(Fault(problem.folder / "cases.py", message, _line(problem.cases_source, function, label, item)))


def in_yaml(problem: Problem, path: tuple[Step, ...], message: str) -> str:
    file = problem.folder / "problem.yaml"
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return str(Fault(file, message))
    _, lines, _ = read_yaml(file, text, ProblemSpec)
    return str(Fault(file, message, *lines.find(path)))


def _line(source: str, function: str, label: str | None, item: int | None) -> int | None:
    found = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name == function]
    if not found:
        return None
    inside = list(ast.walk(found[-1]))
    if item is not None:
        for node in inside:
            if isinstance(node, ast.Return) and isinstance(node.value, ast.List) and item < len(node.value.elts):
                return node.value.elts[item].lineno
    if label is not None:
        for node in inside:
            if isinstance(node, ast.Constant) and node.value == label:
                return node.lineno
    return found[-1].lineno
