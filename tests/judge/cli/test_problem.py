"""``judge problem new`` and ``check``: what is asked, what is written, what is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from judge.cli.problem import wanted
from judge.home import problems_folder
from judge.problem.faults import ProblemError
from judge.problem.load import load_problem
from judge.problem.new import Wanted
from tests.judge.cli.conftest import Judge
from tests.judge.problem.folders import CASES, YAML, write_folder


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank with nothing in it but a link to the first problem of the project's."""
    folder = tmp_path / "problems"
    folder.mkdir()
    (folder / "rolling-average").symlink_to(problems_folder() / "rolling-average")
    monkeypatch.setenv("LANDAU_PROBLEMS", str(folder))
    return folder


def faults_but_blanks(folder: Path) -> list[str]:
    with pytest.raises(ProblemError) as caught:
        load_problem(folder)
    return [str(fault) for fault in caught.value.faults if not fault.blank]


def test_options_are_written_where_they_belong(judge: Judge, bank: Path) -> None:
    options = ["--kind", "class", "--runtime", "python-data", "--checker", "float", "--title", "Fair:share"]
    said = judge("problem", "new", "fair-share", *options)
    assert said.code == 0 and "judge problem check fair-share --fast" in said.out
    text = (bank / "fair-share/problem.yaml").read_text()
    for line in ('title: "Fair:share"', "runtime: python-data ", "kind: class", "checker: {kind: float,"):
        assert line in text
    assert faults_but_blanks(bank / "fair-share") == []


def test_a_custom_checker_has_its_file(judge: Judge, bank: Path) -> None:
    assert judge("problem", "new", "any-order", "--checker", "custom").code == 0
    assert "def check(input, expected, answer)" in (bank / "any-order/checker.py").read_text()
    assert faults_but_blanks(bank / "any-order") == []


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--kind", "stdio", "--checker", "float"), "a program answers in text; tokens, exact, custom do"),
        (("--checker", "tokens"), "only programs answer in text"),
        (("--from", "rolling-average", "--kind", "class"), "give it alone"),
        (("--from", "rolling-avrage"), "did you mean rolling-average?"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_written(
    judge: Judge, bank: Path, options: tuple[str, ...], words: str
) -> None:
    said = judge("problem", "new", "x", *options)
    assert said.code == 2 and words in said.err
    assert not (bank / "x").exists()


def asking(answers: dict[str, str], asked: dict[str, Any]) -> Callable[..., str]:
    def ask(question: str, type: Any, default: str) -> str:
        asked[question] = tuple(type.choices)
        return answers.get(question, default)

    return ask


def test_what_no_option_says_is_asked() -> None:
    asked: dict[str, Any] = {}
    made = wanted(None, "python-data", None, "", asking({"interface": "stdio"}, asked))
    assert made == Wanted("stdio", "", "python-data", "tokens")
    assert set(asked) == {"interface", "checker"} and asked["checker"] == ("tokens", "exact", "custom")


def test_nobody_there_gets_the_usual() -> None:
    assert wanted(None, None, None, "", None) == Wanted("function", "", "python", "exact")


def test_from_takes_the_shape_and_no_text(judge: Judge, bank: Path) -> None:
    assert judge("problem", "new", "rolling-maximum", "--from", "rolling-average", "--json").json["blanks"] > 20
    folder = bank / "rolling-maximum"
    assert faults_but_blanks(folder) == []
    yaml = (folder / "problem.yaml").read_text()
    for kept in ("name: rolling_maximum", "half_window", "largest: 400000", 'type: "list[float]"', "kind: float"):
        assert kept in yaml
    assert "def validate(xs, k, partial):" in (folder / "cases.py").read_text()
    assert "def rolling_maximum(" in (folder / "starter.py").read_text()
    written = "".join(path.read_text() for path in folder.rglob("*.*"))
    for text in ("Rolling average", "Neumaier", "total", "sensor", "rolling_average"):
        assert text not in written
    of_other = [path.parent.name for path in (bank / "rolling-average/submissions").glob("*/*.py")]
    assert sorted(path.parent.name for path in folder.glob("submissions/*/*.py")) == sorted(of_other)


def test_faults_come_before_blanks_and_both_are_counted(judge: Judge, bank: Path) -> None:
    judge("problem", "new", "two-sum")
    path = bank / "two-sum/problem.yaml"
    path.write_text(path.read_text().replace("difficulty: easy", "difficulty: simple"))
    said = judge("problem", "check", "two-sum", "--json")
    (row,) = said.json["rows"]
    first, second, *_ = row["detail"].splitlines()
    assert said.code == 1 and row["got"].startswith("1 fault and ") and row["got"].endswith(" blanks left")
    assert "problem.yaml:2: difficulty: " in first and "still to be filled in" in second


def test_hints_and_editorial_may_be_blank_while_one_writes(judge: Judge, bank: Path) -> None:
    folder = write_folder(bank, hints_md="[[fill in: a first hint]]\n", editorial_md="[[fill in: the idea]]\n")
    assert judge("problem", "check", folder.name, "--fast").code == 0
    said = judge("problem", "check", folder.name, "--json")
    assert said.code == 1 and said.json["rows"][0]["got"] == "2 blanks left"
    (folder / "statement.md").write_text("[[fill in: the task]]\n")
    assert judge("problem", "check", folder.name, "--fast").code == 1


def test_fast_and_full_exclude_each_other(judge: Judge, bank: Path) -> None:
    assert judge("problem", "check", "rolling-average", "--fast", "--full").code == 2


def rows(said: Any) -> dict[str, Any]:
    return {row["what"]: row for row in said.json["rows"]}


def test_fast_judges_small_cases_alone(judge: Judge, bank: Path) -> None:
    large = CASES.replace(
        "def descending(n, rng):", "def descending(n, rng):\n    assert n < 2000, 'made a large case'"
    )
    write_folder(bank, cases_py=large, problem_yaml=YAML.replace("largest: 100000}", "largest: 1999}"))
    said = judge("problem", "check", "largest-gap", "--fast", "--json")
    found = rows(said)
    assert [name for name, row in found.items() if not row["ok"]] == []
    assert said.code == 0
    assert [line.split()[1] for line in said.err.splitlines()[1:]] == list(found), "a line as each is proved"
    assert (
        found["accepted/by_sorting.py"]["got"] == found["too_slow/successor_scan.py"]["got"] == "AC on the small cases"
    )
    assert (found["wrong/unsorted.py"]["got"], found["runtime_error/no_default.py"]["got"]) == ("WA", "RTE")


def test_fast_tells_case_and_place_of_what_differs(judge: Judge, bank: Path) -> None:
    wrong = "# Takes the first difference.\ndef largest_gap(xs):\n    return abs(xs[0] - xs[-1])\n"
    write_folder(
        bank,
        cases_py=CASES.replace('"answer": 0', '"answer": 1'),
        submissions__accepted__a_slower_sort_py=wrong,
        submissions__wrong__unsorted_py="# Right, in fact.\ndef largest_gap(xs):\n    xs = sorted(xs)\n"
        "    return max((b - a for a, b in zip(xs, xs[1:])), default=0)\n",
    )
    said = judge("problem", "check", "largest-gap", "--fast", "--json")
    found = rows(said)
    assert said.code == 1
    line = CASES.splitlines().index('        {"input": ([2, 2],), "answer": 0, "note": "equal numbers"},') + 1
    assert f"largest-gap/cases.py:{line}: sample 2: cases.py and the reference differ" in found["samples"]["got"]
    detail = found["accepted/a_slower_sort.py"]["detail"].splitlines()
    assert detail[0].startswith("WA on sample 1: ")
    assert detail[1:] == ["input: xs = [1, 9, 4]", "expected: 5", "answer: 3"]
    assert found["wrong/unsorted.py"]["ok"] and "no small case shows it" in found["wrong/unsorted.py"]["detail"]
