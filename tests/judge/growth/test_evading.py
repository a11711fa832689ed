"""Who would look level without being so is not within; and what an unsteady host may rest on. No clock is read."""

from __future__ import annotations

from dataclasses import asdict, replace

from judge.growth import Budget
from judge.growth.calibration import DEFAULT
from judge.report import Outcome, Resource
from tests.judge.growth.fakes import FakeSandbox, problem, program
from tests.judge.growth.test_procedure import LINEAR, judged


def test_who_is_worse_at_some_sizes_only_is_not_within() -> None:
    """Of n^1.5 in every third octave: no slope shows it."""
    bumps = "3e5 + 50 * n * (1 + (n ** 0.5 / 3 if int(log2(n)) % 3 == 2 else 0))"
    found = {judged(program(bumps), box=FakeSandbox(seed))[Resource.TIME].outcome for seed in range(4)}
    assert Outcome.WITHIN not in found


def test_who_is_worse_in_some_runs_only_is_not_within() -> None:
    for seed in range(4):
        box = FakeSandbox(seed)
        made = problem()
        seldom = program("3e5 + (50 * n if chance > 1 / 6 else 5 * n ** 2)")
        growth = judged(seldom, made=made, box=box)[Resource.TIME]
        assert growth.outcome is not Outcome.WITHIN
    randomised = judged(program("3e5 + 50 * n * (1 + 1.5 * chance)"), box=FakeSandbox(2))[Resource.TIME]
    assert randomised.outcome is Outcome.WITHIN


def test_padding_small_sizes_to_look_level_is_seen_far_beyond_them() -> None:
    growth = judged(program("3e5 + max(0.02 * n ** 2, 1e3 * n)"))[Resource.TIME]  # level up to n = 50,000
    assert growth.outcome is Outcome.EXCEEDS
    honest = judged(program("3e5 + 2e3 * n"), made=problem(largest=5_000_000))[Resource.TIME]
    assert honest.outcome is Outcome.WITHIN
    assert "a far larger size" in honest.escalated


def test_a_square_that_is_just_coming_up_is_seen_far_beyond() -> None:
    """As of an array's rows: a tenth of the cost where the ladder ends, most of it eight times further."""
    growth = judged(program("3e5 + 5000 * n + 0.04 * n ** 2"), program("3e5 + 3000 * n"))[Resource.TIME]
    assert growth.outcome is not Outcome.WITHIN
    assert "a far larger size" in growth.escalated


def test_before_a_rejection_a_far_size_may_cost_more() -> None:
    mine, reference = program("3e5 + 2e3 * n + 0.11 * n ** 2"), program("3e5 + 440 * n")
    growth = judged(mine, reference, made=problem(smallest=8000, largest=400_000), box=FakeSandbox(0))[Resource.TIME]
    assert growth.outcome is Outcome.EXCEEDS
    assert "a larger size to be sure" in growth.escalated


def test_what_larger_sizes_leave_open_is_looked_at_far_beyond_at_twice_the_cost() -> None:
    """As where the reference's cost leaps with a cache, and the submission is too dear for the usual look."""
    mine, reference = program("3e5 + 2e3 * n + 0.11 * n ** 2"), program("3e5 + 440 * n * (1 + chance)")
    growth = judged(mine, reference, made=problem(smallest=8000, largest=800_000), box=FakeSandbox(2))[Resource.TIME]
    assert growth.outcome is Outcome.EXCEEDS
    assert growth.escalated == ["larger sizes", "a far larger size"]


def test_what_is_too_dear_for_a_far_size_is_left_open() -> None:
    growth = judged(program("3e5 + 2e4 * n"), made=problem(largest=50_000))[Resource.TIME]
    assert growth.outcome is Outcome.INCONCLUSIVE
    assert growth.settle is not None


def test_burning_time_first_does_not_end_the_ladder() -> None:
    growth = judged(program("5e7 + 5 * n ** 2"), made=problem(largest=5_000_000))[Resource.TIME]
    assert growth.outcome is Outcome.EXCEEDS
    dearer = judged(program("3e8 + 5 * n ** 2"), made=problem(largest=5_000_000))[Resource.TIME]
    assert dearer.outcome is not Outcome.WITHIN
    assert (
        judged(program("3e8 + 50 * n"), made=problem(largest=5_000_000))[Resource.TIME].outcome is not Outcome.EXCEEDS
    )


def test_an_unsteady_clock_is_not_guessed_from() -> None:
    assert judged(LINEAR, noisy=True)[Resource.TIME].outcome is Outcome.INCONCLUSIVE
    assert judged(program("3e5 + 4 * n ** 2"), noisy=True)[Resource.TIME].outcome is Outcome.EXCEEDS
    counted = judged(LINEAR, box=FakeSandbox(instructions=True), noisy=True)[Resource.TIME]
    assert (counted.outcome, counted.method) == (Outcome.WITHIN, "instructions")


def test_a_host_gets_what_its_clock_asks_for() -> None:
    usual = Budget().on(DEFAULT)
    assert usual == Budget()
    unsteady = Budget().on(replace(DEFAULT, runs=6, grain_ns=10_000_000, too_noisy=True))
    assert (unsteady.fewest_runs, unsteady.grain_ns, unsteady.noisy) == (6, 2_000_000, True)
    runs = {budget.fewest_runs: judged(LINEAR, **asdict(budget))[Resource.TIME].runs for budget in (usual, unsteady)}
    assert runs[6] >= 6 > runs[3] >= 3
