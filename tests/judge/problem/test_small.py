import pytest

from judge.problem.model import Expected
from judge.problem.small import small_matches
from judge.report import Report, Verdict
from tests.judge.problem.test_check import report

AC, WA, TLE, MLE, RTE = (Verdict[name] for name in ("AC", "WA", "TLE", "MLE", "RTE"))


@pytest.mark.parametrize(
    ("expected", "found", "ok"),
    [
        (Expected.ACCEPTED, report(AC, AC), True),
        (Expected.ACCEPTED, report(AC, TLE), False),
        (Expected.ACCEPTED, report(WA), False),
        (Expected.TOO_SLOW, report(AC), True),
        (Expected.TOO_SLOW, report(AC, TLE), True),
        (Expected.TOO_SLOW, report(AC, TLE, WA), False),
        (Expected.TOO_SLOW, report(AC, WA), False),
        (Expected.TOO_MUCH_MEMORY, report(AC, MLE), True),
        (Expected.TOO_MUCH_MEMORY, report(AC, TLE), False),
        (Expected.WRONG, report(AC, WA), True),
        (Expected.WRONG, report(AC, RTE), False),
        (Expected.RUNTIME_ERROR, report(AC, RTE), True),
        (Expected.RUNTIME_ERROR, report(AC, WA), False),
        (Expected.RUNTIME_ERROR, report(Verdict.JE), False),
    ],
)
def test_what_small_cases_can_contradict(expected: Expected, found: Report, ok: bool) -> None:
    assert small_matches(expected, found) == (ok, "")


@pytest.mark.parametrize("expected", [Expected.WRONG, Expected.RUNTIME_ERROR])
def test_what_no_small_case_shows_is_told_and_no_fault(expected: Expected) -> None:
    ok, words = small_matches(expected, report(AC, AC))
    assert ok and "no small case shows it" in words
