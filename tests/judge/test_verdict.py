import pytest

from judge.problem.model import ExpectedAnswer, LimitsSpec
from judge.report import CaseFinished, FamilyGrowth, Outcome, Resource, Tier, Verdict
from judge.verdict import SECOND_NS, case_limits, count_tiers, join, overall, verdict_of
from sandbox.api import MIB, Execution, Limits, Status


def case(verdict, tier=Tier.EDGE, index=0):
    return CaseFinished(index=index, total=9, tier=tier, name="x", verdict=verdict)


def family(outcome):
    return FamilyGrowth(family="f", resource=Resource.TIME, required="n", outcome=outcome, points=[])


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_verdict(status):
    verdict, _ = verdict_of(Execution(status, message="why"), None, Limits(probes=5))
    assert (verdict is Verdict.AC) == (status is Status.OK)


def test_a_mismatch_is_a_wrong_answer_with_the_checkers_words():
    assert verdict_of(Execution(Status.OK), "element 3: 1, expected 2", Limits()) == (
        Verdict.WA,
        "element 3: 1, expected 2",
    )


def test_a_sandbox_fault_is_never_the_persons():
    assert verdict_of(Execution(Status.FAULT, message="no cgroup"), None, Limits())[0] is Verdict.JE


def test_the_time_limit_follows_the_reference_between_floor_and_cap():
    spec = LimitsSpec(cpu_s=10, cpu_floor_s=2, cpu_multiple=60)
    small = case_limits(spec, ExpectedAnswer(b"N", 1_000, 0, 0))
    middle = case_limits(spec, ExpectedAnswer(b"N", 100_000_000, 0, 0))
    large = case_limits(spec, ExpectedAnswer(b"N", SECOND_NS, 0, 0))
    assert [limits.cpu_ns for limits in (small, middle, large)] == [2 * SECOND_NS, 6 * SECOND_NS, 10 * SECOND_NS]
    assert middle.wall_ns > middle.cpu_ns


def test_the_output_limit_follows_the_expected_answer():
    spec = LimitsSpec(output_mb=64)
    assert case_limits(spec, ExpectedAnswer(b"x" * 10, 0, 0, 0)).output_bytes == MIB
    assert case_limits(spec, ExpectedAnswer(b"x" * (2 * MIB), 0, 0, 0)).output_bytes == 8 * MIB
    assert case_limits(spec, ExpectedAnswer(b"x" * (40 * MIB), 0, 0, 0)).output_bytes == 64 * MIB


def test_the_first_failure_names_the_verdict_but_the_judges_fault_comes_first():
    assert overall([case(Verdict.AC), case(Verdict.TLE), case(Verdict.WA)]) is Verdict.TLE
    assert overall([case(Verdict.WA), case(Verdict.JE)]) is Verdict.JE
    assert overall([case(Verdict.AC)]) is Verdict.AC


def test_tiers_count_against_their_whole_size():
    cases = [case(Verdict.AC, Tier.SAMPLE), case(Verdict.AC), case(Verdict.WA)]
    counts = count_tiers(cases, {Tier.SAMPLE: 1, Tier.EDGE: 14, Tier.SCALE: 3})
    assert [(count.tier, count.passed, count.total) for count in counts] == [
        (Tier.SAMPLE, 1, 1),
        (Tier.EDGE, 1, 14),
    ]


def test_families_join():
    within, exceeds, unsure = family(Outcome.WITHIN), family(Outcome.EXCEEDS), family(Outcome.INCONCLUSIVE)
    assert join([]) is None
    assert join([within, within]) is Outcome.WITHIN
    assert join([within, unsure]) is Outcome.INCONCLUSIVE
    assert join([unsure, exceeds, within]) is Outcome.EXCEEDS
