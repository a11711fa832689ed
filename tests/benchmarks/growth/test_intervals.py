"""Intervals against published values."""

from __future__ import annotations

import pytest

from benchmarks.growth.intervals import clopper_pearson, clustered


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.3085),
        (1, 10, 0.0025, 0.4450),
        (5, 10, 0.1871, 0.8129),
        (10, 10, 0.6915, 1.0),
        (0, 340, 0.0, 0.01079),
        (5, 340, 0.00479, 0.03398),
        (0, 1000, 0.0, 0.003682),
    ],
)
def test_known_values(count: int, of: int, low: float, high: float) -> None:
    """Tables of the binomial; with none counted, 1 - 0.025^(1/n)."""
    assert clopper_pearson(count, of) == (pytest.approx(low, abs=6e-5), pytest.approx(high, abs=6e-5))


def test_all_and_none_mirror_each_other() -> None:
    low, high = clopper_pearson(3, 50)
    assert clopper_pearson(47, 50) == (pytest.approx(1 - high), pytest.approx(1 - low))


def test_without_a_trial_nothing_is_known() -> None:
    assert clopper_pearson(0, 0) == (0.0, 1.0)


def test_no_share() -> None:
    with pytest.raises(ValueError, match="3 of 2"):
        clopper_pearson(3, 2)


def test_repeats_that_all_agree_count_once() -> None:
    """Twenty repeats of each of ten solutions tell no more than ten judgements."""
    assert clustered([(0, 20)] * 10) == clopper_pearson(0, 10)
    assert clustered([(20, 20)] * 10) == clopper_pearson(10, 10)
    assert clustered([(20, 20)] * 3 + [(0, 20)] * 7) == clopper_pearson(3, 10)


def test_judgements_each_of_its_own_are_independent() -> None:
    assert clustered([(1, 1)] * 3 + [(0, 1)] * 47) == clopper_pearson(3, 50)


def test_repeats_that_differ_as_chance_would_have_it_count_more() -> None:
    low, high = clustered([(5, 20), (7, 20), (4, 20), (6, 20), (3, 20)] * 4)
    few = clopper_pearson(5, 20)
    many = clopper_pearson(100, 400)
    assert few[0] < low <= many[0]
    assert few[1] > high >= many[1]


def test_nothing_was_drawn() -> None:
    assert clustered([]) == (0.0, 1.0)
