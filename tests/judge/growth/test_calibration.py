"""What a host's clock can tell apart: decided on made-up runs, kept on the disk, measured once for real."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from judge.growth import calibrate, calibration
from judge.growth.calibration import DEFAULT, FILE, MOST_RUNS, Calibration, current, load, of_runs, save, stale
from judge.home import Home
from sandbox import open_sandbox
from sandbox.api import Accounting, Execution, Sandbox, SandboxError, Status, Strength, Task
from sandbox.guest.wire import decode

COSTS = (300_000, 1_000_000, 3_000_000, 10_000_000)
ROUNDS = 15
Clock = Callable[[float, int, random.Random], float]  # true cost, round, chance: what is read


def recorded(clock: Clock, seed: int = 1, rounds: int = ROUNDS) -> dict[int, list[int]]:
    rng = random.Random(seed)
    return {cost: [max(1, int(clock(cost, number, rng))) for number in range(rounds)] for cost in COSTS}


def quiet(cost: float, _round: int, rng: random.Random) -> float:
    return cost * (1 + 0.01 * rng.random())


def noisy(cost: float, _round: int, rng: random.Random) -> float:
    return cost * math.exp(0.4 * rng.gauss(0, 1))


def coarse(cost: float, _round: int, rng: random.Random) -> float:
    """A disturbance of up to 0.3 ms on every run, however short."""
    return cost + 300_000 * rng.random()


def drifting(cost: float, number: int, rng: random.Random) -> float:
    """The processor slows down by half, all programs alike."""
    return quiet(cost, number, rng) * (1 + 0.5 * number / ROUNDS)


def one_outlier(cost: float, number: int, rng: random.Random) -> float:
    return quiet(cost, number, rng) * (20 if number == 7 else 1)


def two_speeds(share: float) -> Clock:
    def clock(cost: float, number: int, rng: random.Random) -> float:
        return quiet(cost, number, rng) * (1.3 if rng.random() < share else 1)

    return clock


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("clock", [quiet, drifting, one_outlier], ids=["quiet", "drifting", "one outlier"])
def test_a_clock_that_repeats_needs_the_fewest_runs(clock: Clock, seed: int) -> None:
    made = of_runs(recorded(clock, seed))
    assert made.noise < 0.03 and made.runs == 3 and not made.too_noisy
    assert made.grain_ns < 400_000


@pytest.mark.parametrize("seed", range(5))
def test_a_noisy_clock_is_told_to_be_one(seed: int) -> None:
    made = of_runs(recorded(noisy, seed))
    assert made.noise > 0.15 and made.runs == MOST_RUNS and made.too_noisy
    assert made.grain_ns > COSTS[-1]  # not even the longest repeats


@pytest.mark.parametrize("seed", range(5))
def test_a_coarse_clock_tells_only_longer_runs_apart(seed: int) -> None:
    made = of_runs(recorded(coarse, seed))
    assert 1_500_000 < made.grain_ns < 9_000_000 and not made.too_noisy  # about 0.2 ms in 5 %


def test_a_clock_of_two_speeds_needs_as_many_runs_as_find_the_faster() -> None:
    rare, often, even = (of_runs(recorded(two_speeds(share), rounds=60)) for share in (0.1, 0.5, 0.6))
    assert rare.noise < 0.03 and rare.runs == 3
    assert often.noise > 0.2
    assert rare.runs < often.runs <= even.runs


def test_the_worse_the_clock_the_more_runs() -> None:
    def clock(noise: float) -> Clock:
        return lambda cost, _round, rng: cost * math.exp(noise * abs(rng.gauss(0, 1)))

    made = [of_runs(recorded(clock(noise), rounds=60)) for noise in (0.01, 0.1, 0.2, 0.8)]
    assert [one.runs for one in made] == sorted(one.runs for one in made)
    assert [one.noise for one in made] == sorted(one.noise for one in made)
    assert not made[0].too_noisy and made[-1].too_noisy


def test_the_same_runs_give_the_same_calibration() -> None:
    assert of_runs(recorded(noisy)) == of_runs(recorded(noisy))


@pytest.mark.parametrize(
    "runs",
    [{}, {300_000: [1] * 15}, {3_000_000: [3_000_000] * (MOST_RUNS - 1)}, {3_000_000: [0] * 15}],
    ids=["nothing", "too short", "too few", "no time at all"],
)
def test_too_little_is_refused(runs: dict[int, list[int]]) -> None:
    with pytest.raises(ValueError):
        of_runs(runs)


# ------------------------------------------------------------ kept

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
MADE = Calibration(noise=0.03, grain_ns=500_000, runs=4, measured_at=NOW.isoformat(), host="here")


@pytest.mark.parametrize(
    ("change", "host", "later", "why"),
    [
        ({}, "here", timedelta(days=29), None),
        ({}, "here", timedelta(days=31), "it is of 2026-05-04"),
        ({}, "there", timedelta(), "the host has changed"),
        ({}, "here", timedelta(days=-2), "it is of 2026-05-04"),
        ({"too_noisy": True}, "here", timedelta(minutes=30), None),
        ({"too_noisy": True}, "here", timedelta(hours=2), "the host was too noisy then"),
        ({"measured_at": ""}, "here", timedelta(), "it was never measured"),
        ({"measured_at": "yesterday"}, "here", timedelta(), "its date cannot be read"),
        ({"measured_at": "2026-05-04T12:00:00"}, "here", timedelta(), "its date cannot be read"),  # of which zone?
    ],
)
def test_when_it_is_made_anew(change: dict[str, object], host: str, later: timedelta, why: str | None) -> None:
    assert stale(replace(MADE, **change), host, NOW + later) == why  # type: ignore[arg-type]


@pytest.fixture
def used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(calibration.SWITCH)


def test_what_was_kept_is_found(home: Home, used: None) -> None:
    assert load(home) is None and current(home) == DEFAULT
    save(MADE, home)
    assert load(home) == MADE and current(home) == MADE
    assert [path.name for path in home.folder.iterdir()] == [FILE]


def test_a_switch_has_the_default_taken(home: Home) -> None:
    save(MADE, home)
    assert current(home) == DEFAULT and not current(home).measured


def _with(**changes: object) -> str:
    return json.dumps(asdict(MADE) | changes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 20_000,
        '{"noise": 1}',
        _with(runs=10**9),
        _with(runs=0),
        _with(noise=float("nan")),
        _with(noise=-1),
        _with(noise="much"),
        _with(grain_ns=0),
        _with(busy_cores=float("inf")),
        _with(measured_at=None),
        _with() + " " * (1 << 17) + "x",
    ],
)
def test_a_file_that_cannot_be_read_is_as_none(home: Home, used: None, text: str) -> None:
    home.make()
    (home.folder / FILE).write_text(text)
    assert (load(home) is None) is (len(text) < (1 << 17))  # behind what is read at most, nothing matters
    assert current(home).runs <= MOST_RUNS


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x00" * 100])
def test_neither_is_one_that_is_no_text(home: Home, used: None, data: bytes) -> None:
    home.make()
    (home.folder / FILE).write_bytes(data)
    assert current(home) == DEFAULT


def test_a_folder_in_its_place_is_as_none(home: Home, used: None) -> None:
    (home.folder / FILE).mkdir(parents=True)
    assert current(home) == DEFAULT


def test_what_cannot_be_written_leaves_the_old_one_whole(
    home: Home, used: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(MADE, home)

    def full(document: object, file: object, **_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(json, "dump", full)
    with pytest.raises(OSError):
        save(replace(MADE, runs=9), home)
    assert current(home) == MADE
    assert [path.name for path in home.folder.iterdir()] == [FILE]


# ------------------------------------------------------------ measured


class Scripted(Sandbox):
    """Costs 50 us and 100 ns for each step of the program; every `slow`-th run half as much again."""

    def __init__(self, status: Status = Status.OK, slow: int = 5) -> None:
        self.status = status
        self.slow = slow
        self.sizes: list[int] = []

    def run(self, task: Task) -> Execution:
        (size,) = decode(task.input)
        self.sizes.append(size)
        cost = 50_000 + 100 * size
        return Execution(self.status, cpu_ns=cost * 3 // 2 if len(self.sizes) % self.slow == 0 else cost)

    def strength(self) -> Strength:
        return Strength("fake", Accounting.SAMPLED, False)

    def close(self) -> None:
        pass


def measure(box: Sandbox) -> Calibration:
    steps = calibrate.calibrate(box)
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            made: Calibration = ended.value
            return made


def test_sizes_are_chosen_by_what_they_cost_here() -> None:
    box = Scripted()
    made = measure(box)
    sizes = sorted(set(box.sizes[6:]))
    for size, wanted in zip(sizes, calibrate.SIZES_NS, strict=True):
        assert 0.9 * wanted < 50_000 + 100 * size < 1.1 * wanted
    assert {box.sizes[6:].count(size) for size in sizes} == {calibrate.ROUNDS}
    assert box.sizes[6:10] == sizes and box.sizes[10:14] == sizes[::-1]
    assert made.noise == 0 and made.runs == 3 and made.measured
    assert made.host == calibrate.fingerprint(box.strength())


def test_progress_is_told() -> None:
    told = [(stage.done, stage.total) for stage in calibrate.calibrate(Scripted())]
    assert told[0] == (0, calibrate.ROUNDS) and told[-1] == (calibrate.ROUNDS, calibrate.ROUNDS)


def test_a_sandbox_that_fails_is_an_error_in_words() -> None:
    with pytest.raises(SandboxError, match="did not run: fault"):
        measure(Scripted(Status.FAULT))


def test_the_fingerprint_tells_hosts_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    strong, weak = (Strength("native", one, True) for one in (Accounting.CGROUP_V2, Accounting.SAMPLED))
    assert calibrate.fingerprint(strong) == calibrate.fingerprint(strong) != calibrate.fingerprint(weak)
    before = calibrate.fingerprint(strong)
    monkeypatch.setattr("platform.release", lambda: "9.9")
    assert calibrate.fingerprint(strong) != before


def test_a_host_without_cpuinfo_has_a_processor_too(tmp_path: Path) -> None:
    assert calibrate._processor(tmp_path / "none")
    (tmp_path / "cpuinfo").write_text("processor\t: 0\nmodel name\t: A Fine One\n")
    assert calibrate._processor(tmp_path / "cpuinfo") == "A Fine One"


def test_this_host_is_measured() -> None:
    with open_sandbox() as box:
        made = measure(box)
    assert made.noise >= 0 and made.grain_ns > 0 and 3 <= made.runs <= MOST_RUNS
    assert made.measured and made.host
