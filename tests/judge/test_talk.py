from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.talk import LONGEST_S, SHORTEST_S, Part, ending, span_at, spans

STAR = (
    Part("Situation", 10, 15),
    Part("Task", 10, 15),
    Part("Action", 45, 70),
    Part("Result", 15, 25),
    Part("Learning", 10, 10),
)


@pytest.mark.parametrize(
    ("seconds", "ends"),
    [
        (90, [10, 20, 65, 80, 90]),  # every part at its least
        (135, [15, 30, 100, 125, 135]),  # at its most
        (120, [13, 27, 88, 110, 120]),  # two thirds of the way
        (60, [7, 13, 43, 53, 60]),  # shorter than all the least: they are scaled
        (270, [30, 60, 200, 250, 270]),
    ],
)
def test_the_seconds_are_shared(seconds: int, ends: list[int]):
    made = spans(seconds, STAR)
    assert [span.name for span in made] == [part.name for part in STAR]
    assert [span.end_s for span in made] == ends
    assert [span.start_s for span in made] == [0, *ends[:-1]]


@given(seconds=st.integers(90, 135))
def test_between_least_and_most_every_part_keeps_its_bounds(seconds: int):
    for part, span in zip(STAR, spans(seconds, STAR), strict=True):
        assert part.least_s - 1 <= span.end_s - span.start_s <= part.most_s + 1


@given(seconds=st.integers(SHORTEST_S, LONGEST_S), elapsed=st.floats(0, 200))
def test_one_is_in_exactly_one_part_until_all_are_over(seconds: int, elapsed: float):
    made = spans(seconds, STAR)
    at = span_at(made, elapsed)
    assert (at is None) == (elapsed >= seconds)
    if at is not None:
        assert made[at].start_s <= elapsed < made[at].end_s


@pytest.mark.parametrize(
    ("elapsed", "words"),
    [(19.9, "ended in Task"), (89, "ended in Learning"), (90.4, "all parts told, to the second"), (104.7, "14 s over")],
)
def test_where_an_answer_ended(elapsed: float, words: str):
    assert ending(spans(90, STAR), elapsed) == words
