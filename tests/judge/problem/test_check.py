from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from judge.problem import check
from judge.problem.check import CheckRow, check_problem, in_short, judged, margins, matches
from judge.problem.load import load_problem
from judge.problem.model import Expected, Problem
from judge.report import CaseFinished, FamilyGrowth, Outcome, Report, Resource, Tier, Verdict
from sandbox.api import MIB, Sandbox
from tests.judge.problem.conftest import maker_of
from tests.judge.problem.folders import CASES, FILES, REFERENCE, YAML, write_folder

AC, WA, TLE, MLE, RTE, OLE = (Verdict[name] for name in ("AC", "WA", "TLE", "MLE", "RTE", "OLE"))
WITHIN, EXCEEDS, INCONCLUSIVE = Outcome.WITHIN, Outcome.EXCEEDS, Outcome.INCONCLUSIVE


def report(*verdicts: Verdict, time: Outcome | None = None, **others: Any) -> Report:
    outcomes = {Resource.TIME: time, Resource.MEMORY: others.get("memory"), Resource.PROBES: others.get("probes")}
    families = [
        FamilyGrowth(family="f", resource=resource, required="n", outcome=outcome, points=[])
        for resource, outcome in outcomes.items()
        if outcome is not None
    ]
    cases = [
        CaseFinished(
            index=i, total=len(verdicts), tier=Tier.EDGE, name=f"case {i}", verdict=verdict, **others.get("cost", {})
        )
        for i, verdict in enumerate(verdicts)
    ]
    verdict = next((one for one in verdicts if one is not AC), AC)
    growth = (
        EXCEEDS
        if any(family.outcome is EXCEEDS for family in families)
        else (families[0].outcome if families else None)
    )
    return Report(
        problem="x", language="python", mode="submit", verdict=verdict, growth=growth,
        accepted=verdict is AC and growth is not EXCEEDS, sentence="what happened", cases=cases, families=families,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "found", "ok"),
    [
        (Expected.ACCEPTED, report(AC, AC, time=WITHIN), True),
        (Expected.ACCEPTED, report(AC, time=INCONCLUSIVE), True),
        (Expected.ACCEPTED, report(AC, time=EXCEEDS), False),
        (Expected.ACCEPTED, report(AC, TLE), False),
        (Expected.ACCEPTED, report(Verdict.JE), False),
        (Expected.TOO_SLOW, report(AC, time=EXCEEDS), True),
        (Expected.TOO_SLOW, report(AC, time=WITHIN, probes=EXCEEDS), True),
        (Expected.TOO_SLOW, report(AC, TLE, TLE, time=WITHIN), True),
        (Expected.TOO_SLOW, report(AC, TLE), True),
        (Expected.TOO_SLOW, report(AC, time=WITHIN), False),
        (Expected.TOO_SLOW, report(AC, time=INCONCLUSIVE), False),
        (Expected.TOO_SLOW, report(AC, memory=EXCEEDS), False),
        (Expected.TOO_SLOW, report(AC, TLE, WA, time=EXCEEDS), False),
        (Expected.TOO_SLOW, report(AC, MLE, time=EXCEEDS), False),
        (Expected.WRONG, report(AC, WA, AC), True),
        (Expected.WRONG, report(AC, RTE, WA), False),
        (Expected.WRONG, report(AC), False),
        (Expected.TOO_MUCH_MEMORY, report(AC, MLE), True),
        (Expected.TOO_MUCH_MEMORY, report(AC, memory=EXCEEDS), True),
        (Expected.TOO_MUCH_MEMORY, report(AC, time=EXCEEDS), False),
        (Expected.TOO_MUCH_MEMORY, report(AC, MLE, OLE), False),
        (Expected.RUNTIME_ERROR, report(AC, RTE), True),
        (Expected.RUNTIME_ERROR, report(WA, RTE), False),
    ],
)
def test_what_a_folder_promises(expected: Expected, found: Report, ok: bool) -> None:
    assert matches(expected, found) is ok


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        ({"cpu_ns": 700, "cpu_limit_ns": 2100}, ""),
        ({"cpu_ns": 701_000_000, "cpu_limit_ns": 2_100_000_000}, "time limit on case 0: 0.70 s of 2.10 s"),
        ({"cpu_ns": 701_000_000}, ""),
        ({"memory_bytes": 170 * MIB}, ""),
        ({"memory_bytes": 171 * MIB, "size": 5000}, "memory limit on case 0 (size 5,000): 171 MB of 256 MB"),
    ],
)
def test_what_is_accepted_must_be_far_from_the_limits(problem: Problem, cost: dict[str, int], words: str) -> None:
    found = report(AC, time=WITHIN, cost=cost)
    assert words in margins(problem, found)
    row = judged(problem, problem.reference, found)
    assert row.ok is not bool(words)
    assert (row.what, row.got) == ("accepted/by_sorting.py", "AC, growth within")


def test_where_no_family_is_measured_the_row_expects_right_answers_alone(tmp_path: Path) -> None:
    only_drawn = YAML.replace("smallest: 64,", "smallest: 64, measures: [],")
    problem = load_problem(write_folder(tmp_path, problem_yaml=only_drawn))
    row = judged(problem, problem.reference, report(AC))
    assert (row.ok, row.expected, row.got) == (True, "AC", "AC")
    assert judged(problem, problem.known[2], report(AC, TLE)).expected == "right, but too slow"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (report(AC, time=WITHIN), "AC, growth within"),
        (report(AC, time=EXCEEDS), "AC, growth exceeds on f"),
        (report(AC, MLE, memory=EXCEEDS), "MLE, memory exceeds on f"),
        (report(AC), "AC"),
    ],
)
def test_a_row_names_the_family_that_exceeds(found: Report, words: str) -> None:
    assert in_short(found) == words


def test_a_row_that_fails_says_what_happened(problem: Problem) -> None:
    row = judged(problem, problem.known[2], report(AC))
    assert (row.ok, row.expected, row.got, row.detail) == (False, "right, but too slow", "AC", "what happened")


@pytest.mark.parametrize(
    ("again", "gots", "ok", "first", "judged_times"),
    [
        (False, ["TLE"], False, "", 1),
        (True, ["TLE", "AC"], True, "TLE slow", 2),
        (True, ["TLE", "RTE"], False, "", 2),
        (True, ["AC"], True, "", 1),
    ],
)
def test_what_differs_is_judged_once_more_and_told_so(
    problem: Problem,
    sandbox: Sandbox,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    again: bool,
    gots: list[str],
    ok: bool,
    first: str,
    judged_times: int,
) -> None:
    said = iter(gots)
    times: list[str] = []

    def known_row(*_: object, **__: object) -> CheckRow:
        times.append(got := next(said))
        return CheckRow("p", "accepted/a.py", "AC", got, ok=got == "AC", detail="" if got == "AC" else "slow")

    monkeypatch.setattr(check, "check_known", known_row)
    monkeypatch.setattr(check, "PARTS", ())
    one = replace(problem, known=problem.known[:1])
    (row,) = check_problem(one, sandbox, maker_of(problem, sandbox, tmp_path), again=again)
    assert (row.ok, row.first, len(times)) == (ok, first, judged_times)


def parts(problem: Problem, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the check says to each part of the folder that fails, without judging the submissions."""
    monkeypatch.setattr(check, "check_known", lambda *_, **__: None)
    rows = [row for row in check_problem(problem, sandbox, maker_of(problem, sandbox, tmp_path / "cache")) if row]
    assert [row.what for row in rows] == [
        "texts", "submissions", "families", "samples", "edges", "generators", "starter",
    ]  # fmt: skip
    return {row.what: row.got for row in rows if not row.ok}


def test_a_whole_folder_fails_in_no_part(
    problem: Problem, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert parts(problem, sandbox, tmp_path, monkeypatch) == {}


@pytest.mark.parametrize(
    ("changed", "part", "words"),
    [
        ({"statement_md": " \n", "hints_md": "---\n"}, "texts", "statement.md and hints.md are empty"),
        ({"editorial_md": ""}, "texts", "editorial.md is empty"),
        (
            {"submissions__wrong__unsorted_py": "def largest_gap(xs): return 0"},
            "submissions",
            "wrong/unsorted.py does not begin with a comment",
        ),
        (
            {"submissions__accepted__by_sorting_py": "# landau: reference\n" + REFERENCE.split("\n", 2)[2]},
            "submissions",
            "accepted/by_sorting.py does not begin",
        ),
        (
            {
                name.replace("/", "__").replace(".", "_"): None
                for name in FILES
                if name.startswith(("submissions/w", "submissions/t", "submissions/r"))
            },
            "submissions",
            "no trap",
        ),
        (
            {"problem_yaml": "\n".join(line for line in YAML.splitlines() if "descending" not in line)
             .replace("  scale:", "")},
            "families",
            "only one",
        ),
        ({"cases_py": CASES.replace('"answer": 5', '"answer": 6')}, "samples", "differ: 6, expected 5"),
        ({"cases_py": CASES.replace('"answer": 5', '"answer": 5.0')}, "samples", "5.0 is a float, expected the int 5"),
        ({"cases_py": CASES.replace("([1, 9, 4],)", "([],)")}, "samples", "sample 1: xs is empty"),
        ({"cases_py": CASES + "\n\ndef samples():\n    return []\n"}, "samples", "there are none"),
        ({"cases_py": CASES.replace("([7],)", "([],)")}, "edges", "one number: xs is empty"),
        ({"cases_py": CASES.replace('"negative"', '"one number"')}, "edges", "two edges are called 'one number'"),
        ({"cases_py": CASES + "\n\ndef edges(rng):\n    return []\n"}, "edges", "there are no edges"),
        (
            {"cases_py": CASES.replace("    return ([rng.randint", "    import random\n    return ([random.randint")},
            "generators",
            "scattered(64, rng) gives two inputs for the same rng",
        ),
        (
            {"cases_py": CASES.replace("[start + 3", "[len(w) for w in {'a' * k for k in range(30)}] or [start + 3")},
            "generators",
            "descending(64, rng) gives two inputs for the same rng; draw from rng alone",
        ),
        (
            {"cases_py": CASES.replace("if not xs", "if len(xs) == 129")},
            "generators",
            "scattered (size 129): xs is empty",
        ),
        (
            {"cases_py": CASES.replace("if not xs", "if len(xs) > 60_000")},
            "generators",
            "scattered (size 100,000): xs is empty",
        ),
        ({"cases_py": CASES.replace("range(n)],)", "range(n)],) if n < 65 else 1 / 0")}, "generators", "ZeroDivision"),
        ({"starter_py": REFERENCE}, "starter", "AC: "),
    ],
)  # fmt: skip
def test_each_part_can_fail(
    sandbox: Sandbox,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    changed: dict[str, str | None],
    part: str,
    words: str,
) -> None:
    folder = write_folder(tmp_path / "p", **changed)
    for empty in folder.glob("submissions/*"):
        if not any(empty.iterdir()):
            empty.rmdir()
    failed = parts(load_problem(folder), sandbox, tmp_path, monkeypatch)
    assert words in failed[part]


@pytest.mark.slow
def test_known_submissions_are_judged_as_a_persons_are(problem: Problem, sandbox: Sandbox, tmp_path: Path) -> None:
    rows = list(check_problem(problem, sandbox, maker_of(problem, sandbox, tmp_path / "cache")))
    assert [(row.what, row.got) for row in rows if not row.ok] == []
    assert [row.what for row in rows[7:]] == [known.name for known in problem.known]
    assert all(row.cpu_ns > 0 for row in rows[7:])


def test_what_this_host_cannot_build_is_not_proved_and_no_fault(
    problem: Problem, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "missing_here", lambda language: f"{language.title} is not available here")
    row = check.check_known(problem, problem.known[0], sandbox, maker_of(problem, sandbox, tmp_path))
    assert (row.ok, row.got, row.detail) == (True, "not proved here", "Python 3 is not available here")
