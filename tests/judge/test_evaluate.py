"""The whole way from a text to a report, in the real sandbox, on a small problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from judge.evaluate import Submitted, evaluate
from judge.problem.cases import CaseMaker
from judge.problem.load import load_problem
from judge.report import EVENT, Decided, Outcome, Tier, Verdict
from sandbox.api import Execution, Sandbox, Status
from tests.conftest import need_tool
from tests.judge.problem.folders import FILES, write_folder
from tests.sandbox.fixtures import sandbox

__all__ = ["sandbox"]

SECRET = b"s" * 32


def judge(
    sandbox: Sandbox, tmp_path: Path, source: str, changed=None, own=(), claim=None, language="python", **options
):
    """(report, all events) of `source`, on the folder with the files of `changed` put in its place."""
    problem = load_problem(write_folder(tmp_path / "bank", **(changed or {})))
    maker = CaseMaker(problem, sandbox, SECRET, tmp_path / "cache")
    submitted = Submitted(source, language, claim=claim, own_cases=tuple(own))
    events = list(evaluate(submitted, problem, sandbox, maker, **options))
    assert isinstance(events[-1], Decided)
    assert sum(isinstance(event, Decided) for event in events) == 1
    return events[-1].report, events


def known(name: str) -> str:
    return FILES[f"submissions/{name}"]


@pytest.mark.slow
def test_a_right_submission_is_accepted_and_its_claim_not_denied(sandbox, tmp_path):
    report, events = judge(sandbox, tmp_path, known("accepted/a_slower_sort.py"), claim="O(n log n), O(n)")
    assert (report.verdict, report.accepted) == (Verdict.AC, True)
    assert report.growth in (Outcome.WITHIN, Outcome.INCONCLUSIVE)  # a noisy machine may leave it open, and the claim
    assert [count.tier for count in report.tiers] == [Tier.SAMPLE, Tier.EDGE, Tier.ADVERSARIAL, Tier.SCALE]
    assert all(count.passed == count.total for count in report.tiers)
    assert (report.claims[0].claimed, report.claims[0].holds in (True, None)) == ("n log n", True)
    assert [EVENT.validate_json(EVENT.dump_json(event)) for event in events] == events


@pytest.mark.slow
def test_right_but_quadratic_exceeds_and_is_not_what_was_claimed(sandbox, tmp_path):
    report, _ = judge(sandbox, tmp_path, known("too_slow/successor_scan.py"), claim="n")
    assert (report.growth, report.accepted) == (Outcome.EXCEEDS, False)
    assert report.sentence.startswith("Correct, but too slow")
    assert report.claims[0].holds is False


def test_the_rest_of_a_failed_tier_still_runs_and_later_tiers_do_not(sandbox, tmp_path):
    report, _ = judge(sandbox, tmp_path, known("runtime_error/no_default.py"))
    assert report.verdict is Verdict.RTE
    assert [(count.tier, count.passed, count.total) for count in report.tiers] == [
        (Tier.SAMPLE, 2, 2),
        (Tier.EDGE, 1, 2),
    ]
    assert report.growth is None


def test_where_no_family_is_measured_growth_is_not_asked_for(sandbox, tmp_path):
    only_drawn = FILES["problem.yaml"].replace("smallest: 64,", "smallest: 64, measures: [],")
    report, events = judge(sandbox, tmp_path, known("accepted/by_sorting.py"), {"problem_yaml": only_drawn})
    assert (report.verdict, report.growth, report.growth_asked, report.accepted) == (Verdict.AC, None, False, True)
    assert not any("growth" in event.text for event in events if event.type == "stage")


def test_stop_at_first_ends_with_the_first_failure(sandbox, tmp_path):
    report, _ = judge(sandbox, tmp_path, known("wrong/unsorted.py"), stop_at_first=True)
    assert [case.verdict for case in report.cases] == [Verdict.WA]


def test_stop_at_first_asks_growth_before_the_largest_cases_and_no_more_once_it_exceeds(sandbox, tmp_path):
    report, _ = judge(sandbox, tmp_path, known("too_slow/successor_scan.py"), stop_at_first=True)
    assert [family.outcome for family in report.families] == [Outcome.EXCEEDS]
    assert Tier.SCALE not in {case.tier for case in report.cases}
    report, events = judge(sandbox, tmp_path, known("accepted/by_sorting.py"), stop_at_first=True)
    decided = [number for number, event in enumerate(events) if event.type == "growth"]
    large = [number for number, event in enumerate(events) if event.type == "case" and event.tier is Tier.SCALE]
    assert report.accepted
    assert decided[-1] < large[0]


def test_a_run_takes_samples_and_own_cases_only(sandbox, tmp_path):
    own = ("xs = [3, 1]", "xs = [1,")
    report, _ = judge(sandbox, tmp_path, known("accepted/by_sorting.py"), own=own, mode="run")
    assert [(case.tier, case.verdict) for case in report.cases] == [
        (Tier.SAMPLE, Verdict.AC),
        (Tier.SAMPLE, Verdict.AC),
        (Tier.OWN, Verdict.AC),
        (Tier.OWN, Verdict.CE),
    ]
    assert report.cases[2].expected == "2"
    assert "line 1" in report.cases[3].message
    assert report.growth is None


def test_an_own_case_that_breaks_the_constraints_is_refused_with_the_reason(sandbox, tmp_path):
    report, _ = judge(sandbox, tmp_path, known("accepted/by_sorting.py"), own=["xs = []"], mode="run")
    assert "xs is empty" in report.cases[-1].message


def test_an_own_case_of_another_type_is_the_persons_not_the_judges(sandbox, tmp_path):
    careless = FILES["cases.py"].replace("if not xs:", "if len(xs) == 0:")
    changed = {"cases_py": careless}
    report, _ = judge(sandbox, tmp_path, known("accepted/by_sorting.py"), changed, own=["xs = 3"], mode="run")
    assert report.cases[-1].verdict is Verdict.CE
    assert "TypeError" in report.cases[-1].message


def test_a_hidden_input_is_shown_after_a_failure_only_in_practice(sandbox, tmp_path):
    source = "def largest_gap(xs):\n    return {3: 5, 2: 0}.get(len(xs), 0)\n"
    practice, _ = judge(sandbox, tmp_path, source, reveal=True)
    interview, events = judge(sandbox, tmp_path, source, reveal=False)
    assert "one number" not in "".join(event.model_dump_json() for event in events)
    failed = [next(c for c in report.cases if c.verdict is Verdict.WA) for report in (practice, interview)]
    assert failed[0].input is not None
    assert failed[0].message
    assert (failed[1].input, failed[1].expected, failed[1].answer, failed[1].message) == (None, None, None, "")
    assert {case.name for case in interview.cases if case.tier is Tier.EDGE}.isdisjoint({"one number", "negative"})
    passed_hidden = next(c for c in practice.cases if c.tier is Tier.EDGE and c.verdict is Verdict.AC)
    assert passed_hidden.input is None


def test_an_exceptions_text_carries_no_hidden_input_out_of_an_interview(sandbox, tmp_path):
    source = (
        "def largest_gap(xs):\n"
        "    if len(xs) not in (2, 3):\n"
        "        raise ValueError(f'told: {xs}')\n"
        "    xs = sorted(xs)\n"
        "    return max(b - a for a, b in zip(xs, xs[1:]))\n"
    )
    report, _ = judge(sandbox, tmp_path, source, reveal=False)
    failed = next(c for c in report.cases if c.verdict is Verdict.RTE)
    assert failed.tier is Tier.EDGE
    assert "told" not in report.model_dump_json()
    practice, _ = judge(sandbox, tmp_path, source, reveal=True)
    assert "told: [7]" in next(c for c in practice.cases if c.verdict is Verdict.RTE).message


def test_what_is_no_program_does_not_build(sandbox, tmp_path):
    report, _ = judge(sandbox, tmp_path, "def largest_gap(xs:\n    return 0\n")
    assert (report.verdict, report.cases, report.accepted) == (Verdict.CE, [], False)
    assert "line 1" in report.built.message


def test_a_time_limit_is_shown_twice_a_tier_and_no_more(sandbox, tmp_path):
    source = "def largest_gap(xs):\n    while len(xs) > 3: pass\n    return largest_gap_(sorted(xs))\n" + known(
        "accepted/by_sorting.py"
    ).replace("largest_gap", "largest_gap_")
    yaml = FILES["problem.yaml"].replace("size: 50, count: 2", "size: 50, count: 5")
    limits = "limits: {cpu_s: 0.2, cpu_floor_s: 0.1}\n"
    report, _ = judge(sandbox, tmp_path, source, {"problem_yaml": yaml + limits})
    assert report.verdict is Verdict.TLE
    adversarial = [case for case in report.cases if case.tier is Tier.ADVERSARIAL]
    assert [case.verdict for case in adversarial] == [Verdict.TLE, Verdict.TLE]
    assert next(count.total for count in report.tiers if count.tier is Tier.ADVERSARIAL) == 5


def test_a_fault_in_the_problems_code_is_the_judges(sandbox, tmp_path):
    broken = FILES["cases.py"].replace("def edges(rng):", "def edges(rng):\n    return 1 / 0\n\n\ndef unused(rng):")
    report, _ = judge(sandbox, tmp_path, known("accepted/by_sorting.py"), {"cases_py": broken})
    assert (report.verdict, report.accepted) == (Verdict.JE, False)
    assert "does not count against you" in report.sentence


class Breaking:
    """A sandbox that fails at its n-th run."""

    def __init__(self, inner: Sandbox, at: int) -> None:
        self.inner, self.left = inner, at

    def run(self, task):
        self.left -= 1
        return Execution(Status.FAULT, message="no cell") if self.left == 0 else self.inner.run(task)

    def strength(self):
        return self.inner.strength()


@pytest.mark.parametrize("at", [1, 2, 3, 4, 5])
def test_a_fault_of_the_sandbox_is_the_judges_wherever_it_strikes(sandbox, tmp_path, at):
    report, _ = judge(Breaking(sandbox, at), tmp_path, known("accepted/by_sorting.py"), mode="run")
    assert (report.verdict, report.accepted) == (Verdict.JE, False)


def test_cases_too_large_for_every_day_run_only_when_asked_for(sandbox, tmp_path):
    draws = "  scale: [{family: descending, size: 2000}, {family: descending, size: 3000, full_only: true}]\n"
    yaml = FILES["problem.yaml"].replace("  scale: [{family: descending, size: 2000}]\n", draws)
    assert yaml != FILES["problem.yaml"]
    source = known("accepted/by_sorting.py") + "\n\nright = largest_gap\n\n\ndef largest_gap(xs):\n"
    source += "    return -1 if len(xs) == 3000 else right(xs)\n"
    full, _ = judge(sandbox, tmp_path, source, {"problem_yaml": yaml}, full=True)
    assert [(c.size, c.verdict) for c in full.cases if c.tier is Tier.SCALE] == [
        (2000, Verdict.AC),
        (3000, Verdict.WA),
    ]


CPP = """\
#include <bits/stdc++.h>
using namespace std;

long long largest_gap(vector<long long> xs) {
    sort(xs.begin(), xs.end());
    long long best = 0;
    for (size_t i = 1; i < xs.size(); i++) best = max(best, xs[i] - xs[i - 1]);
    return best;
}
"""


@pytest.fixture
def compiler() -> None:
    need_tool("g++", "g++")


@pytest.mark.slow
def test_another_language_is_judged_all_the_way(sandbox, tmp_path, compiler):
    report, _ = judge(sandbox, tmp_path, CPP, language="cpp")
    assert (report.verdict, report.accepted, report.language) == (Verdict.AC, True, "cpp")
    assert report.growth is not Outcome.EXCEEDS
    assert all(family.line is None for family in report.families)


def test_what_does_not_compile_gets_the_compilers_words(sandbox, tmp_path, compiler):
    report, events = judge(sandbox, tmp_path, CPP.replace("best = 0", "best = nonsense"), language="cpp", mode="run")
    assert report.verdict is Verdict.CE
    assert "solution.cpp:6:" in events[0].message and "nonsense" in events[0].message
    assert report.cases == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("rust", "this one calls the function largest_gap"), ("cobol", "no language is called 'cobol'")],
)
def test_a_language_that_cannot_be_used_is_the_persons_to_hear_of_and_no_fault_of_the_judge(
    sandbox, tmp_path, language, words
):
    report, events = judge(sandbox, tmp_path, "anything", language=language)
    assert report.verdict is Verdict.CE
    assert words in report.sentence
    assert len(events) == 2


def test_no_two_submissions_share_an_owner_and_none_with_the_reference(sandbox, tmp_path):
    owners: list[set[str]] = []

    class Watched:
        def __init__(self) -> None:
            owners.append(set())

        def run(self, task):
            if b"largest_gap" in task.program.files.get("solution.py", b""):
                owners[-1].add(task.program.owner)
            return sandbox.run(task)

        def strength(self):
            return sandbox.strength()

    for number in range(2):
        judge(Watched(), tmp_path / str(number), known("accepted/a_slower_sort.py"), mode="run")
    first, second = owners
    assert first & second == {"reference"}
    assert len(first) == len(second) == 2


def test_what_a_program_wrote_before_it_failed_is_shown(sandbox, tmp_path):
    source = "import os\n\n\ndef largest_gap(xs):\n    os.write(2, b'the last words')\n    os._exit(3)\n"
    report, _ = judge(sandbox, tmp_path, source, mode="run")
    assert report.cases[0].verdict is Verdict.RTE
    assert report.cases[0].traceback == "the last words"
