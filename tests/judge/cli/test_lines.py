from __future__ import annotations

import io
from typing import Any

import pytest
from rich.console import Console

from judge.cli.board import Board, plain_line
from judge.cli.counterexamplelines import counterexample_lines
from judge.cli.growthlines import blame_lines, claim_lines, evidence, heading, plots, plotted
from judge.cli.terminal import ASCII
from judge.cli.verdictlines import case_lines, closing_line
from judge.report import (
    Built,
    CaseFinished,
    Claim,
    Counterexample,
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


def test_a_class_that_is_a_bare_figure_is_written_as_a_class() -> None:
    flat = family(required="1", measured="flat")
    assert closing_line(report(growth=Outcome.WITHIN, families=[flat])).endswith("AC, growth O(1) (within)")
    assert heading(flat).endswith("within (required O(1), measured flat)")


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
    claim = Claim(
        resource=Resource.TIME, claimed="n", measured="about n^1.97", required="n log n", holds=holds, told="Since so."
    )
    head, line, *told = claim_lines(report(claims=[claim]))
    assert head.split() == ["claimed", "measured", "required"]
    for column, cell in (("claimed", "O(n)"), ("measured", "about n^1.97"), ("required", "O(n log n)")):
        assert line.index(cell) == head.index(column)  # side by side, under their heads
    assert line.endswith(words) and told[0] == "Since so."
    assert (told[1:] == ["A claim does not change the verdict."]) is (holds is False)


def test_the_blamed_line_is_told_with_its_cause_and_can_steer_no_terminal() -> None:
    steep = family(
        Outcome.EXCEEDS,
        line=7,
        line_text="q.pop(0)\x1b[2J",
        cause="popping from the front moves every element; use collections.deque",
        reason="each doubling of n multiplied your time by 4.1; line 7, `q.pop(0)\x1b[2J`: 96 % of the time at "
        "n = 16,384, growing about n^2.0",
    )
    (line,) = blame_lines(report(growth=Outcome.EXCEEDS, families=[family(), steep]))
    assert line == (
        "Line 7, `q.pop(0)\\x1b[2J`: 96 % of the time at n = 16,384, growing about n^2.0. "
        "Popping from the front moves every element; use collections.deque."
    )
    assert next(evidence(steep)) == "Each doubling of n multiplied your time by 4.1."
    assert list(blame_lines(report(families=[family()]))) == []


def test_only_what_is_doubtful_is_plotted_and_else_the_first_of_time() -> None:
    memory, steep = family(resource=Resource.MEMORY), family(Outcome.EXCEEDS)
    assert plotted(report(families=[memory, steep])) == [steep]
    assert plotted(report(families=[memory, family()])) == [family()]
    assert plotted(report()) == []


def test_an_inconclusive_family_says_what_would_settle_it() -> None:
    doubt = family(Outcome.INCONCLUSIVE, settle="larger inputs would settle it", escalated=["more runs"], runs=6)
    point = Point(role=Role.SUBMISSION, size=64_000, values=[1])
    said = " ".join(evidence(doubt.model_copy(update={"points": [point]})))
    assert "Larger inputs would settle it." in said and "more runs" in said and "6 runs of each program" in said


def test_a_terminal_without_unicode_gets_none_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("judge.cli.growthlines.marks", lambda: ASCII)
    points = [Point(role=role, size=n, values=[n * n, n * n + 9]) for n in (100, 200, 400, 800) for role in Role]
    steep = family(
        Outcome.EXCEEDS, required="n² log n", points=points, slope=-0.1, slope_low=-0.2, slope_high=0.0, exponent=2.0
    )
    text = "\n".join([heading(steep), *plots(steep, 40), *evidence(steep)])
    assert text.isascii()
    assert max(map(len, next(plots(steep, 40)).splitlines())) <= 40


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


def test_the_smallest_failing_input_stands_at_the_margin_whole() -> None:
    script = "it = Box()\n" + "print(it.add(1))\n" * 30
    found = Counterexample(
        verdict=Verdict.RTE, input="Box()", code=script, expected="[None, 2]", size=30, from_size=4000, runs=41,
        traceback="Traceback (most recent call last):\n  File x\nIndexError: pop from empty list", note="Made up.",
    )  # fmt: skip
    lines = list(counterexample_lines(found))
    assert "size 30, where the hidden case had 4\u202f000; 41 runs" in lines[0]
    assert "\n".join(lines[1:32]) + "\n" == script
    assert lines[32:] == [
        "  expected:",
        "    [None, 2]",
        "  error:",
        "    IndexError: pop from empty list",
        "  Made up.",
    ]
    assert list(counterexample_lines(None)) == []


def test_a_smallest_input_without_code_is_its_text() -> None:
    found = Counterexample(verdict=Verdict.WA, input="1 2\n", expected="3", answer="4", runs=1)
    lines = list(counterexample_lines(found))
    assert lines[0].endswith("fails (1 run):") and lines[1] == "1 2"
    assert lines[-1] == "    4"
