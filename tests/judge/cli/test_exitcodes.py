from __future__ import annotations

from pathlib import Path

import pytest

from judge.cli.exitcodes import MEANING, ExitCode, for_report, help_text
from judge.report import Outcome, Report, Verdict


def report(verdict: Verdict, accepted: bool, growth: Outcome | None = None) -> Report:
    return Report(
        problem="p", language="python", mode="submit", verdict=verdict, growth=growth, accepted=accepted, sentence=""
    )


@pytest.mark.parametrize(
    ("verdict", "code"),
    [
        (Verdict.AC, 0),
        (Verdict.WA, 1),
        (Verdict.OLE, 1),
        (Verdict.TLE, 3),
        (Verdict.MLE, 4),
        (Verdict.RTE, 5),
        (Verdict.CE, 5),
        (Verdict.JE, 7),
    ],
)
def test_every_verdict_has_its_code(verdict: Verdict, code: int) -> None:
    assert for_report(report(verdict, accepted=verdict is Verdict.AC)) == code


def test_right_but_growing_too_fast_is_six() -> None:
    assert for_report(report(Verdict.AC, accepted=False, growth=Outcome.EXCEEDS)) == 6


def test_inconclusive_growth_is_accepted() -> None:
    assert for_report(report(Verdict.AC, accepted=True, growth=Outcome.INCONCLUSIVE)) == 0


def test_late_is_eight_even_when_right() -> None:
    assert for_report(report(Verdict.AC, accepted=True), late=True) == 8


def test_no_verdict_is_forgotten_and_help_tells_all() -> None:
    for verdict in Verdict:
        for_report(report(verdict, accepted=True))
    for code in ExitCode:
        assert code in MEANING and str(int(code)) in help_text()


def test_the_readme_has_the_same_table() -> None:
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    for code, meaning in MEANING.items():
        assert f"| {int(code)} | {meaning} |" in readme
