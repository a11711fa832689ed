"""``judge calibrate``, and what doctor makes of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from judge.cli.clockfact import clock_fact
from judge.dispatch.calibrated import Steps
from judge.growth.calibration import FILE, SWITCH, Calibration
from sandbox.api import SandboxError
from sandbox.doctor import Level
from tests.judge.cli.conftest import Judge
from tests.sandbox.test_doctor import GOOD

MADE = Calibration(
    noise=0.031, grain_ns=900_000, runs=4, busy_cores=0.3, measured_at="2026-05-04T12:00:00+00:00", host="here"
)


def test_it_measures_and_keeps(judge: Judge, tmp_path: Path) -> None:
    said = judge("calibrate", "--json")
    assert said.code == 0
    assert set(said.json) == {"noise", "grain_ns", "runs", "too_noisy", "busy_cores", "measured_at", "host"}
    assert json.loads((tmp_path / "home" / FILE).read_text()) == said.json
    assert "measuring what this host's clock can tell apart" in said.err
    assert SWITCH in said.err  # set for tests: it is not used


def test_it_is_said_in_words(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("judge.dispatch.calibrated.calibrate", lambda _box: _made())
    said = judge("calibrate")
    assert said.code == 0 and "calibration: CPU times of 5 ms repeat to within 3.1%" in said.out


def test_a_home_that_cannot_be_written_to_is_said(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("judge.dispatch.calibrated.calibrate", lambda _box: _made())
    monkeypatch.setattr("judge.dispatch.calibrated.save", full)
    said = judge("calibrate")
    assert said.code == 0 and "cannot be kept" in said.err and "No space left" in said.err


def test_where_it_fails_it_says_why(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_box: object) -> object:
        raise SandboxError("no cell")

    monkeypatch.setattr("judge.dispatch.calibrated.calibrate", fails)
    said = judge("calibrate")
    assert said.code == 7 and "no cell" in said.err and "Traceback" not in said.err


def _made() -> Steps:
    yield from ()
    return MADE


@pytest.mark.parametrize(
    ("calibration", "why_stale", "level", "words"),
    [
        (None, None, Level.NOTE, "not measured yet"),
        (MADE, None, Level.GOOD, "growth takes 4 runs or more"),
        (MADE, None, Level.GOOD, "0.3 cores busy"),
        (MADE, "the host has changed", Level.NOTE, "the next judgement measures again"),
        (replace(MADE, too_noisy=True), None, Level.WEAK, "judge calibrate"),
    ],
)
def test_the_fact(calibration: Calibration | None, why_stale: str | None, level: Level, words: str) -> None:
    fact = clock_fact(calibration, why_stale)
    assert fact.level is level and words in " ".join((fact.found, fact.means, fact.mend))


def test_doctor_tells_it(judge: Judge, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sandbox.readings.collect", lambda _runner: GOOD)

    def told() -> str:
        (fact,) = (one for one in judge("doctor", "--json").json["facts"] if one["name"] == "calibration")
        return f"{fact['level']}: {fact['found']} {fact['means']}"

    assert told().startswith("note: not measured yet")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / FILE).write_text("{")
    assert told().startswith("note: not measured yet")
    judge("calibrate")
    assert "the host has changed" in told()  # those readings are of another one
