"""The bank's statistical checkers, by calculation: how often they refuse what is right, how seldom they miss a trap.

A judgement checks fewer than 500 runs (cases, sizes of growth): a false alarm of 1e-9 a run is below 1e-6 a judgement.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from itertools import product
from pathlib import Path
from types import ModuleType

import pytest

from judge.problem import landau_checks
from judge.problem.landau_checks import binomial_tail, binomial_test
from sandbox.guest import wire

BANK = Path(__file__).parents[3] / "problems"
CHECKED_RUNS = 500
COIN, SPLIT, CLICKS = "fair-bits-from-biased-coin", "train-test-split-30-70", "clickstream-generator"


def part(monkeypatch: pytest.MonkeyPatch, slug: str, name: str) -> ModuleType:
    """cases.py or checker.py of a problem, as in its cell."""
    monkeypatch.setitem(sys.modules, "landau_checks", landau_checks)
    monkeypatch.setitem(sys.modules, "landau_cases", wire)
    spec = importlib.util.spec_from_file_location(f"of_{slug.replace('-', '_')}_{name}", BANK / slug / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def accepted(trials: int, chance: float, threshold: float) -> tuple[int, int]:
    """The smallest and the largest count whose p-value is above `threshold`."""

    def end(above: bool) -> int:
        inside, outside = round(trials * chance), trials + 1 if above else -1
        while abs(outside - inside) > 1:
            middle = (inside + outside) // 2
            if binomial_test(middle, trials, chance) > threshold:
                inside = middle
            else:
                outside = middle
        return inside

    return end(above=False), end(above=True)


def chance_to_refuse(trials: int, chance: float, threshold: float, true_chance: float) -> float:
    """How often one test refuses, where each trial really has `true_chance`."""
    low, high = accepted(trials, chance, threshold)
    return binomial_tail(high + 1, trials, true_chance) + binomial_tail(trials - low + 1, trials, 1 - true_chance)


@pytest.mark.parametrize("slug", [COIN, SPLIT, CLICKS])
def test_a_judgement_refuses_a_right_solution_less_than_once_in_a_million(slug: str) -> None:
    source = (BANK / slug / "checker.py").read_text(encoding="utf-8")
    (false_alarm,) = re.findall(r"^FALSE_ALARM = (\S+)$", source, re.MULTILINE)
    assert source.count("Tests(FALSE_ALARM)") == source.count("Tests(") == 1
    assert float(false_alarm) * CHECKED_RUNS <= 1e-6


@pytest.mark.parametrize(
    ("trials", "chance", "tests"),
    [
        (1000, 0.5, 5),
        (100_000, 0.5, 7),
        (100, 0.5, 7),
        (8000, 1 / 3, 21),
        (1500, 0.3, 210),
        (1500, 3 / 38, 210),
        (20, 0.4, 500),
        (3200, 1 / 24, 500),
        (1, 0.4, 10),
    ],
)
def test_the_tests_of_a_run_together_refuse_no_more_than_they_say(trials: int, chance: float, tests: int) -> None:
    """At sizes that the checkers meet: as many tests as there are, each as often as its own distribution has it."""
    assert tests * chance_to_refuse(trials, chance, 1e-9 / tests, chance) <= 1e-9


def test_a_tape_hardly_ever_runs_out_for_the_plain_way(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = part(monkeypatch, COIN, "cases")
    for heads in (cases.EVEN, cases.LEANING, cases.RARE, cases.MOSTLY, cases.NEARLY):
        p = heads / 256
        for n in (1, 2, 5, 10, 20, 50, 80, 110, 140, 170, 200, 300, 500, 1000, 5000, 20_000):
            pairs = cases.budget(n, heads) // 2
            too_few = binomial_tail(pairs - n + 1, pairs, 1 - 2 * p * (1 - p))
            assert too_few < 1e-10, (heads, n)


def test_the_count_of_throws_never_refuses_fair_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    """All throws of the plain way up to fourteen: whenever a bit is out, so much chance was thrown."""
    checker = part(monkeypatch, COIN, "checker")
    for throws in product((0, 1), repeat=14):
        bits = 0
        for used in range(2, 15, 2):
            bits += throws[used - 2] != throws[used - 1]
            assert checker.entropy(bytes(throws[:used])) >= bits * (1 - 1e-9)


def test_throws_that_were_stretched_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    checker = part(monkeypatch, COIN, "checker")
    tape = wire.Tape(bytes([0, 1] * 2000), 100)
    assert checker.out_of_nothing(tape, 90, 100) is None
    assert "100 throws, which hold 100 bits" in checker.out_of_nothing(tape, 101, 100)


def missed(trials: int, chance: float, tests: int, true_chance: float) -> float:
    return 1 - chance_to_refuse(trials, chance, 1e-9 / tests, true_chance)


@pytest.mark.parametrize(
    ("trap", "chance_missed"),
    [
        ("throws themselves, p = 77/256, 2000 bits", missed(2000, 0.5, 5, 77 / 256)),
        ("parity of four, p = 13/256, 2000 bits", missed(2000, 0.5, 5, (1 - (1 - 26 / 256) ** 4) / 2)),
        ("overlapping pairs, 1000 bits: each differs from the one before", missed(999, 0.5, 5, 1.0)),
        ("both of a pair, 2000 bits: all pairs differ, and half of the neighbours between", missed(1999, 0.5, 5, 0.75)),
        ("swaps with any place, the last of six rows under 8000 seeds", missed(8000, 1 / 3, 21, 0.2813)),
        ("a window of 6 of 20 rows, neighbours under 1500 seeds", missed(1500, 30 / 380, 210, 5 / 20)),
        ("evenly spread rows, neighbours are never together", missed(1500, 30 / 380, 210, 0.0)),
        ("phones buy more, 2800 mobile sessions", missed(2800, 0.3, 80, 0.4)),
        ("one chance for both, 1400 carts", missed(1400, 0.4, 80, 1.0)),
        ("purchase share of all, 1400 carts", missed(1400, 0.4, 80, 0.12)),
        ("whole hours, 4800 sessions: all in the first half of an hour", missed(4800, 0.5, 80, 1.0)),
        ("exponential steps, 2000: the first of six bins", missed(2000, 1 / 6, 80, 0.283)),
    ],
)
def test_a_trap_is_hardly_ever_missed(trap: str, chance_missed: float) -> None:
    assert chance_missed < 1e-3, trap


def test_a_single_look_at_the_mean_would_miss_much() -> None:
    """That a test can miss at all: a coin of 0.51 in 1000 bits is not told from a fair one."""
    assert missed(1000, 0.5, 5, 0.51) > 0.99
