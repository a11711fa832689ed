"""Judgings to order: the events of a submission, as the judge would record them, with no sandbox."""

from __future__ import annotations

from collections.abc import Sequence

from judge.practice import Practice
from judge.records import Submission
from judge.report import (
    Built,
    CaseFinished,
    Claim,
    Counterexample,
    CounterexampleFound,
    Decided,
    Event,
    FamilyGrowth,
    GrowthDecided,
    GrowthPoint,
    Host,
    Outcome,
    Point,
    Report,
    Resource,
    Role,
    Stage,
    Tier,
    TierCount,
    Verdict,
)

SIZES = [1000 * 2**i for i in range(7)]
MS = 1_000_000
WA, RTE = Verdict.WA, Verdict.RTE


def case(index: int, total: int, tier: Tier, name: str, verdict: Verdict = Verdict.AC, **more: object) -> CaseFinished:
    figures = {"cpu_ns": (index + 1) * MS // 2, "memory_bytes": 300_000 * (index + 1), "cpu_limit_ns": 2000 * MS}
    return CaseFinished.model_validate(
        {"index": index, "total": total, "tier": tier, "name": name, "verdict": verdict, **figures, **more}
    )


def growth(outcome: Outcome, resource: Resource = Resource.TIME, family: str = "half_window") -> FamilyGrowth:
    """Seven sizes; the submission grows as n, or as n^2 where it exceeds."""
    power = 2.0 if outcome is Outcome.EXCEEDS else 1.0
    unit = 40_000 if resource is Resource.TIME else 9_000
    points = []
    for at, size in enumerate(SIZES):
        own, reference = int(unit * 3 * 2 ** (at * power)), unit * 2**at
        last = outcome is Outcome.EXCEEDS and at == len(SIZES) - 1
        points.append(Point(role=Role.SUBMISSION, size=size, values=[own, int(own * 1.08)], censored=last))
        points.append(Point(role=Role.REFERENCE, size=size, values=[reference, int(reference * 1.04)]))
    steep = outcome is Outcome.EXCEEDS
    return FamilyGrowth(
        family=family,
        resource=resource,
        required="n",
        outcome=outcome,
        points=points,
        slope=power - 1,
        slope_low=power - 1.04,
        slope_high=power - 0.95,
        exponent=power,
        measured=f"about n^{power:.2f}",
        reason=(
            "each doubling of n multiplied your time by 4.0; the reference grew 2.0 times on this machine."
            if steep
            else "the ratio to the reference stays flat over seven doublings."
        ),
        line=5 if steep else None,
        line_text="total = sum(xs[i - k + 1 : i + 1])" if steep else None,
    )


def cases_of(verdict: Verdict) -> list[CaseFinished]:
    """Two samples, three edge cases, three adversarial ones; a failure falls on the second edge case, seen whole."""
    plan = [(Tier.SAMPLE, "sample 1"), (Tier.SAMPLE, "sample 2"), (Tier.EDGE, "empty list"), (Tier.EDGE, "k = 1")]
    plan += [(Tier.EDGE, "all equal")]
    if verdict in (Verdict.AC, Verdict.TLE):
        plan += [(Tier.ADVERSARIAL, f"half_window {i}") for i in range(3)] + [(Tier.SCALE, "half_window")]
    made = []
    for index, (tier, name) in enumerate(plan):
        more: dict[str, object] = {"size": 300, "family": "half_window"} if tier is Tier.ADVERSARIAL else {}
        if tier is Tier.SCALE:
            more = {"size": 160_000, "family": "half_window", "cpu_ns": 41 * MS, "memory_bytes": 23_000_000}
        if tier is Tier.SAMPLE:
            more = {"input": "xs = [1.0, 2.0, 3.0]\nk = 2", "expected": "[1.5, 2.5]", "answer": "[1.5, 2.5]"}
        got = Verdict.AC
        if verdict is Verdict.TLE and tier is Tier.SCALE:
            got = verdict
            more |= {"message": "stopped at 4.0 s", "cpu_ns": 4000 * MS}
        elif verdict not in (Verdict.AC, Verdict.TLE) and index == 3:
            got = verdict
            more = {
                "message": "element 1: 1.07, expected 1.08",
                "input": "xs = [1.06, 1.08]\nk = 1",
                "expected": "[1.06, 1.08]",
                "answer": "[1.06, 1.07]",
                "stdout": "debug <b>1</b>\n",
            }
            if verdict is Verdict.RTE:
                more = {
                    "message": "IndexError: list index out of range",
                    "input": "xs = []\nk = 1",
                    "traceback": "Traceback (most recent call last):\n"
                    '  File "solution.py", line 3, in rolling_average\n'
                    "    return xs[k]\nIndexError: list index out of range",
                }
        made.append(case(index, len(plan), tier, name, got, **more))
    return made


def report(
    problem: str,
    verdict: Verdict = Verdict.AC,
    outcome: Outcome | None = Outcome.WITHIN,
    mode: str = "submit",
    claim: str | None = None,
) -> Report:
    cases = cases_of(verdict)
    families: list[FamilyGrowth] = []
    if mode == "run":
        cases, outcome = [each for each in cases if each.tier is Tier.SAMPLE], None
    if outcome is not None:
        families = [growth(outcome), growth(Outcome.WITHIN, Resource.MEMORY)]
    tiers = [
        TierCount(
            tier=tier,
            passed=sum(each.verdict is Verdict.AC for each in cases if each.tier is tier),
            total=sum(each.tier is tier for each in cases),
        )
        for tier in dict.fromkeys(each.tier for each in cases)
    ]
    return Report.model_validate(
        {
            "problem": problem,
            "language": "python",
            "mode": mode,
            "verdict": verdict,
            "growth": outcome,
            "accepted": verdict is Verdict.AC and outcome is not Outcome.EXCEEDS,
            "sentence": f"A sentence about {verdict} on {problem}.",
            "cases": cases,
            "tiers": tiers,
            "families": families,
            "claims": [Claim(resource=Resource.TIME, claimed="n", measured="about n^2.00", required="n", holds=False)]
            if claim
            else [],
            "host": Host(accounting="cgroup-v1"),
            "cpu_ns": max((each.cpu_ns for each in cases), default=0),
            "memory_bytes": max((each.memory_bytes for each in cases), default=0),
            "judged_cpu_ns": 2_300 * MS,
            "built": Built(ok=True, language="python"),
            "counterexample": counterexample(verdict) if mode == "submit" and verdict in (WA, RTE) else None,
        }
    )


def counterexample(verdict: Verdict) -> Counterexample:
    return Counterexample(
        verdict=verdict,
        message="element 1: 1.0, expected 2.0",
        input="xs = [2.0, 1.0]\nk = 1",
        code="xs = [2.0, 1.0]\nk = 1\nprint(rolling_average(xs, k))  # expected: [2.0, 1.0]\n",
        expected="[2.0, 1.0]",
        answer="[1.0, 1.0]" if verdict is WA else None,
        traceback="Traceback (most recent call last):\n  ...\nIndexError: " + "x" * 300 if verdict is RTE else None,
        size=2,
        from_size=4000,
        runs=41,
        note="There may be a smaller one: the time for looking was up.",
    )


def events(made: Report) -> list[Event]:
    """The judging of a report, in order, ending in Decided."""
    found: list[Event] = [Stage(text="building"), Built(ok=True, language="python"), *made.cases]
    for family in made.families:
        found += [GrowthPoint(family=family.family, resource=family.resource, point=each) for each in family.points]
        found.append(GrowthDecided(growth=family))
    if made.counterexample is not None:
        found.append(CounterexampleFound(counterexample=made.counterexample))
    return [*found, Decided(report=made)]


def record(practice: Practice, submission: Submission, made: Report | Sequence[Event]) -> None:
    """Judge `submission` as `made` says."""
    assert practice.claim(submission.id, "test") is not None
    for event in events(made) if isinstance(made, Report) else made:
        practice.record(submission.id, event)
