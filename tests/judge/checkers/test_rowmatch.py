"""Pairing rows of two tables: never fewer pairs than there could be."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.checkers import rowmatch
from judge.checkers.rowmatch import Row, Tolerance, TooDense, unmatched

TIGHT = Tolerance(1e-9, 1e-12)
COARSE = Tolerance(0.0, 1.0)
GRID = st.integers(0, 12).map(lambda number: number / 4)


def most_pairs(expected: list[Row], answer: list[Row], numeric: list[int], tolerance: Tolerance) -> int:
    """By trying everything."""

    def close(one: Row, other: Row) -> bool:
        return all(
            (tolerance.close(a, b) if None not in (a, b) else a is b) if at in numeric else a == b
            for at, (a, b) in enumerate(zip(one, other, strict=True))
        )

    def best(at: int, free: frozenset[int]) -> int:
        if at == len(expected):
            return 0
        fitting = [place for place in free if close(expected[at], answer[place])]
        return max([best(at + 1, free), *(1 + best(at + 1, free - {place}) for place in fitting)])

    return best(0, frozenset(range(len(answer))))


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("ab"), GRID, st.one_of(st.none(), GRID)), max_size=5),
    st.lists(st.tuples(st.sampled_from("ab"), GRID, st.one_of(st.none(), GRID)), max_size=5),
    st.sampled_from([Tolerance(0.0, 0.25), Tolerance(0.0, 0.5), Tolerance(0.3, 0.1), TIGHT, COARSE]),
)
def test_as_many_rows_are_paired_as_can_be(expected: list[Row], answer: list[Row], tolerance: Tolerance) -> None:
    left = unmatched(expected, answer, [1, 2], tolerance)
    pairs = most_pairs(expected, answer, [1, 2], tolerance)
    assert len(expected) - len(left.missing) == len(answer) - len(left.surplus) == pairs


def test_what_sorting_would_refuse_is_paired() -> None:
    """The first column decides the order of the rows, and rounding turns it round."""
    expected: list[Row] = [(0.1 + 0.2, 1.0), (0.3, 2.0)]
    answer: list[Row] = [(0.3, 1.0), (0.1 + 0.2, 2.0)]
    assert sorted(expected)[0][1] != sorted(answer)[0][1]
    assert not unmatched(expected, answer, [0, 1], TIGHT)


def test_partners_are_moved_where_that_makes_room() -> None:
    expected: list[Row] = [(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)]
    answer: list[Row] = [(1.0, 1.0), (2.0, 2.0), (3.0, 3.0)]
    assert not unmatched(expected, answer, [0, 1], COARSE)


@pytest.mark.parametrize("special", [None, float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_equals_only_itself(special: Any) -> None:
    assert not unmatched([(special,)], [(special,)], [0], COARSE)
    for other in (0.0, None, float("nan"), float("inf"), float("-inf")):
        if repr(other) != repr(special):
            assert unmatched([(special,)], [(other,)], [0], COARSE) == ([0], [0])


DENSE: list[Row] = [(number % 45 / 15, number // 45 / 15) for number in range(2000)]


def test_a_hostile_answer_costs_no_more_than_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """All numbers within one another's reach by chains, in two columns: the number of pairs is quadratic."""
    looked = 0
    close = Tolerance.close

    def counted(self: Tolerance, expected: float, answer: float) -> bool:
        nonlocal looked
        looked += 1
        return close(self, expected, answer)

    monkeypatch.setattr(Tolerance, "close", counted)
    monkeypatch.setattr(rowmatch, "MOST_PAIRS", 20_000)
    alike: list[Row] = [(0.0, 0.0)] * 2000
    assert unmatched(alike, DENSE, [0, 1], Tolerance(0.0, 0.9))
    assert looked < 2 * 20_000 + 100


def test_a_tolerance_that_tells_no_rows_apart_is_no_answers_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rowmatch, "MOST_PAIRS", 20_000)
    with pytest.raises(TooDense, match="nearer together than the tolerance"):
        unmatched(DENSE, DENSE[::-1], [0, 1], Tolerance(0.0, 0.9))


def test_rows_with_a_key_need_no_matching(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rowmatch, "MOST_PAIRS", 0)
    rows: list[Row] = [(key, *numbers) for key, numbers in enumerate(DENSE)]
    assert not unmatched(rows, rows[::-1], [1, 2], COARSE)
    other: list[Row] = [(0, 9.0, None), *rows[1:]]
    assert unmatched(rows, other[::-1], [1, 2], COARSE) == ([0], [len(rows) - 1])


def test_rows_made_to_have_one_hash_cost_no_more_than_others() -> None:
    """Whole numbers that are equal modulo 2^61 - 1 have one hash, and so have tuples of them."""
    modulus = 2**61 - 1
    rows = [tuple(1 + modulus * int(digit) for digit in f"{number:09b}") for number in range(512)]
    assert len({hash(row) for row in rows}) == 1
    compared = 0

    class Counted(int):
        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return int(self) == other

        __hash__ = int.__hash__

    counted = [tuple(map(Counted, row)) for row in rows]
    assert not unmatched(rows, counted, [], Tolerance(0.0, 0.0))
    assert compared < 10 * len(rows)
