"""What a cell is handed."""

from __future__ import annotations

from sandbox.native.layout import SETUP_SECONDS, rlimits
from tests.sandbox.kit import task


def test_an_input_may_take_longer_to_decode_than_the_run_may_take() -> None:
    """The kernel counts a process's time from its birth; three million nested lists take seconds."""
    limits = rlimits(task("", cpu_ns=500_000_000))
    assert limits["RLIMIT_CPU"] >= SETUP_SECONDS


def test_no_limit_tells_a_case_from_a_measurement() -> None:
    """Whoever knew which it is could be honest there only."""
    case, growth = (rlimits(task("", cpu_ns=cpu_ns)) for cpu_ns in (10**10, 5 * 10**8))
    assert case == growth
