"""What is said of a verdict: how sure, by how much work, on how busy a host, and which line."""

from __future__ import annotations

import pytest

from judge.growth.evidence import bare_reason, blamed, blaming, circumstances, effort, sureness
from judge.report import FamilyGrowth, Host, Outcome, Point, Resource, Role
from tests.web.kit import growth, report

LINE = "line 5, `q.pop(0)`: ran 5,000 times at n = 5,000, growing about n^1.0; 96 % of the time at n = 5,000"


def steep(**changes: object) -> FamilyGrowth:
    plain = {"line": 5, "line_text": "q.pop(0)", "reason": f"it grew 4.1 times (on x); {LINE}"}
    return growth(Outcome.EXCEEDS).model_copy(update={**plain, **changes})


def test_the_line_is_told_apart_from_the_reason() -> None:
    told = blamed(steep(cause="popping from the front moves every element"))
    assert told.startswith("Line 5, `q.pop(0)`: ran 5,000 times at n = 5,000, growing about n^1.0; 96 % of the time")
    assert told.endswith("n = 5,000. Popping from the front moves every element.")
    assert bare_reason(steep()) == "it grew 4.1 times (on x)"
    assert bare_reason(steep(line=None)) == steep().reason


def test_a_line_of_which_nothing_more_is_known() -> None:
    assert blamed(steep(reason="it grew")) == "Line 5, `q.pop(0)` carries the growth."
    assert blamed(steep(line=None)) == ""


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.EXCEEDS, "more than right solutions differ"),
        (Outcome.WITHIN, "no more than right solutions differ"),
        (Outcome.INCONCLUSIVE, "that alone does not tell"),
    ],
)
def test_how_sure_it_is_gives_the_interval_and_what_it_means(outcome: Outcome, words: str) -> None:
    told = sureness(growth(outcome).model_copy(update={"slope": 0.2, "slope_low": -0.04, "slope_high": 0.35}))
    assert "n^−0.04 to n^0.35" in told and words in told


def test_a_bound_and_an_exact_count_say_so() -> None:
    assert "least that it grows" in sureness(steep(slope_high=None))
    assert "the same each time" in sureness(steep(slope=0.97, slope_low=0.97, slope_high=0.97))
    assert sureness(steep(slope=None)) == ""


def test_of_a_flat_cost_nobody_says_that_a_limit_stopped_it() -> None:
    flat = {"slope": 0.0, "slope_low": None, "slope_high": None}
    assert sureness(growth(Outcome.WITHIN).model_copy(update=flat)) == ""


def test_effort_counts_runs_and_names_what_was_escalated() -> None:
    told = effort(steep(runs=6, escalated=["larger sizes", "executed instructions"]))
    assert told == (
        "Cpu time at 7 sizes, n = 1,000 to 64,000; 6 runs of each program at each repeated size; beyond the "
        "first rounds: larger sizes, then executed instructions."
    ).replace("Cpu", "CPU")
    assert "run" not in effort(steep())
    assert effort(steep(points=[])) == ""
    assert effort(steep(noisy=True)).endswith("too noisy for time alone to decide.")
    assert "instructions (counted by callgrind)" in effort(steep(method="instructions", counted_by="callgrind"))
    assert "1 size," in effort(steep(points=[Point(role=Role.SUBMISSION, size=9, values=[1])]))


@pytest.mark.parametrize(
    ("host", "told"),
    [
        (Host(), ""),
        (
            Host(busy_cores=1.3, cores=2, noise=0.03, note="other work kept 1.3 of 2 cores busy"),
            "While this was measured, other work kept 1.3 of 2 cores busy. "
            "Repeated timings differ by 3 % on this host.",
        ),
        (Host(busy_cores=0.02, cores=1), "While this was measured, nothing else ran on the 1 core."),
        (Host(note="a busy host"), "While this was measured, a busy host."),
        (Host(contended=True), "While this was measured, other work took the cores."),
        (Host(busy_cores=0.0, cores=8, note="too noisy to tell"), "Too noisy to tell."),
    ],
)
def test_the_host_in_words(host: Host, told: str) -> None:
    assert circumstances(host).endswith(told) and bool(circumstances(host)) is bool(told)


def test_the_line_told_first_is_of_time_and_grew_most() -> None:
    families = [steep(resource=Resource.MEMORY, slope=3.0), steep(slope=0.5), steep(slope=0.9), growth(Outcome.WITHIN)]
    made = report("p", outcome=Outcome.EXCEEDS).model_copy(update={"families": families})
    assert blaming(made) == families[2]
    assert blaming(made.model_copy(update={"families": families[3:]})) is None
