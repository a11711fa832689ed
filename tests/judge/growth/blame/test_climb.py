"""What a traced run will cost, by what was counted at smaller sizes."""

from __future__ import annotations

import pytest

from judge.growth.blame.climb import foreseen_factor
from judge.growth.blame.tracing import Trace


def nested(n: int) -> Trace:
    return Trace({2: (n, 1000), 3: (n * n, 50 * n * n)})


def test_the_line_that_soon_costs_most_is_foreseen_though_it_is_still_cheap() -> None:
    traces = {n: Trace({2: (1, 10**8), 3: (n * n, 0)}) for n in (100, 200)}  # 100 ms whatever n is
    assert foreseen_factor(traces, 2000) == pytest.approx((10**8 + 500 * 2000**2) / (10**8 + 500 * 200**2), rel=0.01)


def test_counts_grow_on_as_they_grew() -> None:
    assert foreseen_factor({100: nested(100), 200: nested(200)}, 800) == pytest.approx(16, rel=0.02)


def test_of_one_trace_a_square_is_expected() -> None:
    assert foreseen_factor({100: nested(100)}, 300) == 9


def test_nothing_that_was_seen_tells_nothing() -> None:
    assert foreseen_factor({100: Trace(), 200: Trace()}, 400) == 4
