"""Recordings are decided again by the rules as they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.growth.corpus import Label
from benchmarks.growth.record import Judgement
from benchmarks.growth.replay import again, changes, recorded, replayed
from benchmarks.growth.rundir import BadRun, Manifest, RunDir
from judge.growth import judgement as rules
from judge.growth.decide import TIME
from judge.report import FamilyGrowth, Outcome, Point, Role
from tests.benchmarks.growth.made import SIZES, family, judged

ROOT = judged(Label.WORSE, Outcome.EXCEEDS, lambda n: n**1.7 * 5e-9)  # more than a cache ever shows


def test_nothing_changes_under_the_rules_that_decided() -> None:
    found = again(ROOT)
    assert not found.changed
    assert found.after.families[0].slope == pytest.approx(0.7, abs=0.03)
    assert changes([found]).splitlines() == ["0 of 1 verdicts changed"]


def test_a_rule_that_changed_changes_the_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "TIME", replace(TIME, flat=1.2, steep=1.5, certain=2.0, short=1.5))
    found = again(ROOT)
    assert found.changed
    assert found.after.outcome is Outcome.WITHIN
    assert "exceeds -> within  WRONG NOW" in changes([found])


def counted(exponent: float, outcome: Outcome) -> FamilyGrowth:
    """Time that tells nothing (every run costs the same), and counts that do."""
    silent = family(outcome, lambda n: 1e-4, lambda n: 1e-4)
    counts = [
        Point(role=role, size=n, values=[round(1000 * n**power)])
        for n in SIZES[:5]
        for role, power in ((Role.REFERENCE, 1.0), (Role.SUBMISSION, exponent))
    ]
    return silent.model_copy(update={"counts": counts, "counted_by": "callgrind", "method": "instructions"})


def test_recorded_counts_decide_where_time_does_not() -> None:
    one = Judgement("t", "s", Label.WORSE, (counted(1.6, Outcome.INCONCLUSIVE),), 1.0)
    assert again(one).after.outcome is Outcome.EXCEEDS
    level = Judgement("t", "s", Label.WORSE, (counted(1.0, Outcome.EXCEEDS),), 1.0)
    assert again(level).after.outcome is Outcome.WITHIN


def test_counts_that_were_not_recorded_are_said_to_be_missing() -> None:
    without = counted(1.6, Outcome.EXCEEDS).model_copy(update={"counts": [], "counted_by": None})
    found = again(Judgement("t", "s", Label.WORSE, (without,), 1.0))
    assert found.after.outcome is Outcome.EXCEEDS
    assert found.kept == ("random",)
    assert "in 1 a recorded outcome was kept" in changes([found])


def test_a_failure_stays_one() -> None:
    failed = judged(Label.WORSE, Outcome.WITHIN, failure="n = 8: MLE", verdict="MLE")
    assert not again(failed).changed


def test_many_are_decided_on_all_cores_in_their_order() -> None:
    many = [replace(ROOT, repeat=number) for number in range(20)]
    assert [one.after.repeat for one in replayed(many)] == list(range(20))


def test_a_file_a_folder_and_a_run(tmp_path: Path) -> None:
    RunDir.open(tmp_path, Manifest("00")).append(ROOT)
    (file,) = (tmp_path / "recordings").iterdir()
    for path in (tmp_path, tmp_path / "recordings", file):
        assert list(recorded(path)) == [ROOT]


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadRun, match="cannot read"):
        list(recorded(tmp_path / "none"))
