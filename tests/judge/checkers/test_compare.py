"""From messages to a line for people; custom checkers in their cell."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from judge.checkers import compare
from judge.problem.load import load_problem
from judge.problem.model import Problem, ProblemSpec
from judge.problem.setter import SetterFault
from sandbox.api import Execution, Sandbox, Task
from sandbox.guest import wire
from tests.judge.problem.conftest import sandbox  # noqa: F401 - a fixture
from tests.judge.problem.folders import YAML, write_folder

MEDIANS = [("Total", ()), ("add", (3.0,)), ("total", ()), ("add", (4.0,)), ("total", ())]


class NoSandbox:
    def run(self, _task: Task) -> Execution:
        raise AssertionError("this checker needs no cell")


def line(problem: Problem, input: Any, expected: Any, answer: Any, within: Any = None) -> str | None:
    return compare(problem, within or NoSandbox(), wire.encode(input), wire.encode(expected), wire.encode(answer))


def problem_with(tmp_path: Path, checker: str, source: str | None = None) -> Problem:
    files = {"checker_py": source} if source else {}
    return load_problem(write_folder(tmp_path, problem_yaml=YAML.replace("{kind: exact}", checker), **files))


def class_problem(tmp_path: Path) -> Problem:
    whole = problem_with(tmp_path, "{kind: float}")
    methods = [{"name": "add", "parameters": [{"name": "x", "type": "float"}]}, {"name": "total", "returns": "float"}]
    interface = {"kind": "class", "name": "Total", "methods": methods}
    return replace(whole, spec=ProblemSpec.model_validate({**whole.spec.model_dump(), "interface": interface}))


def test_an_element_of_a_list_is_named(tmp_path: Path) -> None:
    problem = problem_with(tmp_path, "{kind: float}")
    assert line(problem, ([1],), [1.0, 2.0, 1.08], [1.0, 2.0, 1.07]) == "element 3 of the list: 1.07, expected 1.08"
    assert (
        line(problem, ([1],), [[1.0], [2.0]], [[1.0], [2.5]]) == "element 1 of element 2 of the list: 2.5, expected 2.0"
    )
    assert line(problem, ([1],), {"a": 1.0}, {"a": 2.0}) == "the value at 'a': 2.0, expected 1.0"
    assert line(problem, ([1],), 1.0, 2.0) == "2.0, expected 1.0"


def test_an_operation_of_a_script_is_named(tmp_path: Path) -> None:
    problem = class_problem(tmp_path)
    right = [None, None, 3.0, None, 7.0]
    assert line(problem, MEDIANS, right, [None, None, 3, None, 7.0]) is None
    assert line(problem, MEDIANS, right, [None, None, 3.0, None, 4.0]) == "operation 5, total(): 4.0, expected 7.0"
    assert (
        line(problem, MEDIANS, right, [None, 1, 3.0, None, 7.0]) == "operation 2, add(3.0): 1 is an int, expected None"
    )
    lists = line(problem, MEDIANS, [None, None, [1.0], None, 0.0], [None, None, [2.0], None, 0.0])
    assert lists == "element 1 of operation 3, total(): 2.0, expected 1.0"
    assert line(problem, MEDIANS, right, right[:3]) == "3 values, expected 5"


def test_equal_bytes_need_no_decoding(tmp_path: Path) -> None:
    problem = problem_with(tmp_path, "{kind: exact}")
    assert compare(problem, NoSandbox(), b"", b"not a message", b"not a message") is None  # type: ignore[arg-type]


@pytest.mark.parametrize("answer", [b"", b"?", b"l" + b"\xff" * 8, b"l\1" + bytes(7)])
def test_an_answer_that_is_no_message_is_wrong(tmp_path: Path, answer: bytes) -> None:
    problem = problem_with(tmp_path, "{kind: exact}")
    words = compare(problem, NoSandbox(), wire.encode(([1],)), wire.encode(3), answer)  # type: ignore[arg-type]
    assert (words or "").startswith("the answer cannot be read: ")


def test_a_custom_checker_decides(tmp_path: Path, sandbox: Sandbox) -> None:  # noqa: F811
    problem = problem_with(
        tmp_path, "{kind: custom}", "def check(i, e, a):\n    return None if abs(a) == e else 'no'\n"
    )
    assert line(problem, ([1],), 3, -3, sandbox) is None
    assert line(problem, ([1],), 3, 4, sandbox) == "no"


def test_a_custom_checker_may_ask_what_was_used(tmp_path: Path, sandbox: Sandbox) -> None:  # noqa: F811
    check = "def check(i, e, a, used):\n    return None if used == {'probes': 3} else f'used {used}'\n"
    problem = problem_with(tmp_path, "{kind: custom}", check)
    messages = wire.encode(([1],)), wire.encode(3), wire.encode(3)
    assert compare(problem, sandbox, *messages, 3) is None
    assert compare(problem, sandbox, *messages) == "used {'probes': 0}"


def test_a_custom_checker_may_count_how_likely_it_is(tmp_path: Path, sandbox: Sandbox) -> None:  # noqa: F811
    check = (
        "from landau_checks import Tests, binomial_test\n"
        "def check(i, e, a):\n"
        "    tests = Tests(1e-8)\n"
        "    tests.add('ones', binomial_test(a, 1000, 0.5))\n"
        "    return tests.why()\n"
    )
    problem = problem_with(tmp_path, "{kind: custom}", check)
    assert line(problem, ([1],), 500, 530, sandbox) is None
    assert line(problem, ([1],), 500, 300, sandbox) == "ones: a right solution looks like this once in 6e+36 runs"


def test_what_a_custom_checker_says_is_one_short_line(tmp_path: Path, sandbox: Sandbox) -> None:  # noqa: F811
    check = "def check(i, e, a):\n    return 'a\\n' + 'x' * 10000 if a != e else None\n"
    said = line(problem_with(tmp_path, "{kind: custom}", check), ([1],), 3, 4, sandbox)
    assert said is not None
    assert said.startswith("a xxx")
    assert len(said) <= 500


@pytest.mark.parametrize("answer", [None, "x", [1], float("nan")])
def test_an_answer_that_trips_up_the_checker_is_wrong(tmp_path: Path, sandbox: Sandbox, answer: Any) -> None:  # noqa: F811
    check = "def check(i, e, a):\n    return None if [0] * int(a) == [0] * e else 'no'\n"
    said = line(problem_with(tmp_path, "{kind: custom}", check), ([1],), 3, answer, sandbox)
    assert said is not None
    assert said.startswith("the checker could not read the answer (")


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ("def check(i, e, a):\n    return a / 0\n", "checker.py:2: .*ZeroDivisionError"),
        ("def check(i, e, a):\n    return False\n", "returned a bool, expected None or text"),
        ("import nothing_here\ndef check(i, e, a): ...\n", "checker.py:1: .*nothing_here"),
        ("def check(i, e, a):\n    import os; os._exit(0)\n", "ended with exit"),
    ],
)
def test_a_checker_that_fails_is_the_setters_fault(
    tmp_path: Path,
    sandbox: Sandbox,  # noqa: F811
    check: str,
    words: str,
) -> None:
    with pytest.raises(SetterFault, match=words):
        line(problem_with(tmp_path, "{kind: custom}", check), ([1],), 3, 3, sandbox)
