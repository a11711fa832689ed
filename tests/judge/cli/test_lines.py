from __future__ import annotations

import io
from typing import Any

import pytest
from rich.console import Console

from judge.cli.board import Board, plain_line
from judge.cli.verdictlines import case_lines, claim_lines, closing_line
from judge.report import (
    Built,
    CaseFinished,
    Claim,
    Event,
    FamilyGrowth,
    GrowthDecided,
    GrowthPoint,
    Outcome,
    Point,
    Report,
    Resource,
    Role,
    Tier,
    Verdict,
)

MIB = 1024 * 1024


def case(verdict: Verdict = Verdict.AC, **changes: Any) -> CaseFinished:
    plain = {"index": 0, "total": 3, "tier": Tier.SCALE, "name": "descending", "cpu_ns": 410_000_000}
    return CaseFinished(verdict=verdict, **{**plain, **changes})


def family(outcome: Outcome = Outcome.WITHIN, **changes: Any) -> FamilyGrowth:
    plain = {"family": "descending", "resource": Resource.TIME, "required": "n log n", "points": []}
    return FamilyGrowth(outcome=outcome, **{**plain, **changes})


def report(**changes: Any) -> Report:
    plain = {
        "problem": "p", "language": "python", "mode": "submit", "verdict": Verdict.AC, "accepted": True,
        "sentence": "", "memory_bytes": 23 * MIB, "cases": [case(), case(tier=Tier.EDGE, name="empty", cpu_ns=5)],
    }  # fmt: skip
    return Report(**{**plain, **changes})


def test_the_closing_line_of_an_accepted_submission() -> None:
    line = closing_line(report(growth=Outcome.WITHIN, families=[family()]))
    assert line == "slowest: 410 ms (scale/descending) · memory: 23 MB over baseline · AC, growth n log n (within)"


def test_the_closing_line_shows_what_was_measured_where_it_exceeds() -> None:
    families = [family(), family(Outcome.EXCEEDS, measured="about n^1.97")]
    line = closing_line(report(growth=Outcome.EXCEEDS, accepted=False, families=families))
    assert line.endswith("AC, growth about n^1.97 (exceeds)")


def test_the_closing_line_of_a_run_says_nothing_of_growth() -> None:
    line = closing_line(report(mode="run"))
    assert line.endswith("over baseline · AC")


def test_a_submission_that_was_not_built_has_a_closing_line_too() -> None:
    assert closing_line(report(verdict=Verdict.CE, accepted=False, cases=[])) == "CE"


def test_a_failing_case_shows_its_texts_and_cuts_long_ones() -> None:
    lines = list(case_lines(case(Verdict.WA, size=160_000, message="element 3", input="x\n" * 100, answer="[1]")))
    assert lines[0].endswith("WA on scale/descending, n = 160,000: element 3")
    assert "  input:" in lines and "    ... 88 more lines" in lines and "    [1]" in lines
    assert "  expected:" not in lines  # hidden: nothing is shown that is not there


@pytest.mark.parametrize(("holds", "words"), [(True, "holds"), (False, "does not hold"), (None, "cannot be told")])
def test_claims(holds: bool | None, words: str) -> None:
    claim = Claim(resource=Resource.TIME, claimed="n", measured="about n^1.97", required="n log n", holds=holds)
    (line,) = claim_lines(report(claims=[claim]))
    assert f"claimed time O(n): {words}, measured about n^1.97, required O(n log n)" in line


def drawn(events: list[Event]) -> str:
    board = Board()
    for event in events:
        board.hear(event)
    console = Console(width=100, record=True, file=io.StringIO())
    console.print(board.draw())
    return console.export_text()


def test_the_board_folds_cases_by_tier_and_growth_by_family() -> None:
    point = Point(role=Role.SUBMISSION, size=64_000, values=[1])
    text = drawn(
        [
            case(tier=Tier.EDGE, cpu_ns=1000),
            case(Verdict.WA, tier=Tier.EDGE, cpu_ns=3000),
            case(Verdict.TLE, tier=Tier.EDGE, cpu_ns=2000),
            GrowthPoint(family="descending", resource=Resource.TIME, point=point),
            GrowthDecided(growth=family(Outcome.EXCEEDS)),
        ]
    )
    assert "edge" in text and "1/3" in text and "WA" in text and "TLE" not in text  # the first that failed
    assert "descending" in text and "64,000" in text and "exceeds" in text


def test_plain_lines() -> None:
    assert plain_line(Built(ok=True, language="python")) is None
    assert "CE line 3" in (plain_line(Built(ok=False, language="python", message="line 3")) or "")
    assert "AC scale/descending (410 ms, 0 KB)" in (plain_line(case()) or "")
    decided = plain_line(GrowthDecided(growth=family(Outcome.EXCEEDS, measured="about n^1.97"))) or ""
    assert "exceeds (required n log n, measured about n^1.97)" in decided
