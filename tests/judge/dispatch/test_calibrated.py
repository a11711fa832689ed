"""The first judgement measures the host, once, and goes on whatever comes of it."""

from __future__ import annotations

import fcntl
import logging
from dataclasses import replace

import pytest

from judge.dispatch import calibrated as module
from judge.dispatch.calibrated import Steps, calibrated, in_turn, known
from judge.dispatch.judging import judge_one
from judge.growth.calibrate import fingerprint
from judge.growth.calibration import DEFAULT, FILE, SWITCH, Calibration, current, load, save, utc_now
from judge.home import Home
from judge.practice import Practice
from judge.report import Stage
from sandbox.api import Accounting, SandboxError, Strength
from tests.judge.dispatch.kit import FakeJudge, NoSandbox
from tests.judge.practice_kit import FakeBank

STRENGTH = Strength("native", Accounting.CGROUP_V2, True)


class Box(NoSandbox):
    def strength(self) -> Strength:
        return STRENGTH


def made() -> Calibration:
    now = utc_now().isoformat()
    return Calibration(noise=0.02, grain_ns=400_000, runs=3, measured_at=now, host=fingerprint(STRENGTH))


class Measuring:
    """In place of the real one."""

    def __init__(self) -> None:
        self.calls = 0
        self.error: Exception | None = None
        self.disturbed: list[tuple[bool, int, float]] = []  # too noisy, runs and noise of the first measurements

    def __call__(self, _sandbox: object) -> Steps:
        self.calls += 1
        yield Stage(text="measuring", done=0, total=1)
        if self.error is not None:
            raise self.error
        if self.disturbed:
            too_noisy, runs, noise = self.disturbed.pop(0)
            return replace(made(), noise=noise, runs=runs, too_noisy=too_noisy)
        return made()


@pytest.fixture(autouse=True)
def measuring(monkeypatch: pytest.MonkeyPatch, home: Home) -> Measuring:
    found = Measuring()
    monkeypatch.setattr(module, "calibrate", found)
    monkeypatch.delenv(SWITCH)
    home.make()
    return found


def through(steps: Steps) -> tuple[list[str], Calibration]:
    said = []
    while True:
        try:
            said.append(next(steps).text)
        except StopIteration as ended:
            return said, ended.value


def test_it_is_measured_once(home: Home, measuring: Measuring) -> None:
    said, first = through(calibrated(home, Box()))
    assert said == ["measuring"] and first.grain_ns == 400_000 and load(home) == first
    assert through(calibrated(home, Box())) == ([], first)
    assert measuring.calls == 1 and current(home) == first


@pytest.mark.parametrize(
    ("disturbed", "calls", "noise"),
    [
        ([(True, 9, 0.4)], 2, 0.02),
        ([(False, 6, 0.08)], 2, 0.02),
        ([(True, 9, 0.2), (False, 8, 0.1), (True, 9, 0.3)], 3, 0.1),
    ],
)
def test_what_something_disturbed_is_measured_again_a_few_times(
    home: Home, measuring: Measuring, disturbed: list[tuple[bool, int, float]], calls: int, noise: float
) -> None:
    measuring.disturbed = disturbed
    said, found = through(calibrated(home, Box()))
    assert (measuring.calls, found.noise, found.too_noisy) == (calls, noise, False)
    assert said == ["measuring", *["something disturbed it; once more", "measuring"] * (calls - 1)]
    assert load(home) == found


@pytest.mark.parametrize("change", [{"host": "another"}, {"measured_at": "2020-01-01T00:00:00+00:00"}])
def test_what_holds_no_longer_is_measured_again(home: Home, measuring: Measuring, change: dict[str, str]) -> None:
    save(replace(made(), **change), home)  # type: ignore[arg-type]
    assert known(home, STRENGTH) is None
    through(calibrated(home, Box()))
    assert measuring.calls == 1 and known(home, STRENGTH) is not None


def test_a_corrupt_file_is_measured_again(home: Home, measuring: Measuring) -> None:
    (home.folder / FILE).write_text("{")
    assert through(calibrated(home, Box()))[1].grain_ns == 400_000
    assert measuring.calls == 1


@pytest.mark.parametrize("error", [SandboxError("no cell"), ValueError("too little")])
def test_where_it_fails_a_usual_clock_is_assumed_and_said(
    home: Home, measuring: Measuring, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    measuring.error = error
    with caplog.at_level(logging.WARNING):
        said, found = through(calibrated(home, Box()))
    assert found == DEFAULT and str(error) in said[-1] and str(error) in caplog.text
    assert load(home) is None


def test_on_a_full_disk_it_goes_on_and_says_so(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "save", full)
    said, found = through(calibrated(home, Box()))
    assert found.grain_ns == 400_000 and "No space left on device" in said[-1]


def test_of_two_judges_the_second_waits_and_measures_nothing(home: Home, measuring: Measuring) -> None:
    with (home.folder / "judging.lock").open("a") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        second = in_turn(home, Box())
        assert next(second).text == "waiting for another judging to finish"
        save(made(), home)  # by the first
    assert through(second)[0] == [] and measuring.calls == 0


def test_anew_means_anew(home: Home, measuring: Measuring) -> None:
    save(made(), home)
    through(in_turn(home, Box(), anew=True))
    assert measuring.calls == 1


@pytest.mark.parametrize(("mode", "measured"), [("submit", 1), ("run", 0)])
def test_a_judgement_of_growth_has_it_first(
    practice: Practice, judge: FakeJudge, measuring: Measuring, mode: str, measured: int
) -> None:
    attempt = practice.start_attempt("alpha")
    submission = practice.submit(attempt.id, "text", mode=mode)
    heard: list[object] = []
    judge_one(practice, FakeBank(), Box(), submission, heard.append)
    assert measuring.calls == measured
    assert ("measuring" in [event.text for event in heard if isinstance(event, Stage)]) is bool(measured)
    kept = load(practice.home)
    assert judge.calls[0]["calibration"] == kept and (kept is not None) is bool(measured)
