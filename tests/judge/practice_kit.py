"""A bank of made-up problems, a clock that is moved by hand, and reports to order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from judge.problem.bank import Bank, UnknownProblem
from judge.problem.checkerspec import ExactChecker
from judge.problem.interface import FunctionInterface, Parameter
from judge.problem.model import Expected, Family, GrowthSpec, Known, Problem, ProblemSpec
from judge.report import CaseFinished, Decided, Outcome, Report, Tier, Verdict

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
STARTER = "def double(x):\n    raise NotImplementedError\n"


class Now:
    """The server's now: stands still until it is moved."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def pass_(self, **time: float) -> datetime:
        self.moment += timedelta(**time)
        return self.moment


def make_problem(slug: str, hints: tuple[str, ...] = ("first", "second")) -> Problem:
    interface = FunctionInterface(
        kind="function", name="double", parameters=[Parameter(name="x", type="int")], returns="int"
    )
    growth = GrowthSpec(time="n", space="1", families=[Family(name="any")])
    spec = ProblemSpec(
        title=slug.title(), difficulty="easy", interface=interface, checker=ExactChecker(kind="exact"), growth=growth
    )
    source = "def double(x):\n    return 2 * x\n"
    known = (Known(Expected.ACCEPTED, Path("reference.py"), source),)
    return Problem(slug, Path("/nowhere") / slug, spec, "Double it.", hints, "", STARTER, "", None, known)


class FakeBank(Bank):
    def __init__(self, *slugs: str) -> None:
        super().__init__(Path("/nowhere"))
        self.problems = {slug: make_problem(slug) for slug in slugs or ("alpha", "beta", "gamma")}

    def slugs(self) -> list[str]:
        return list(self.problems)

    def get(self, slug: str) -> Problem:
        if slug not in self.problems:
            raise UnknownProblem(f"there is no problem {slug!r}")
        return self.problems[slug]


def make_report(
    verdict: Verdict = Verdict.AC,
    growth: Outcome | None = None,
    *,
    problem: str = "alpha",
    cases: tuple[Verdict, ...] = (),
    memory_bytes: int = 0,
) -> Report:
    finished = [
        CaseFinished(index=i, total=len(cases), tier=Tier.EDGE, name=f"case {i}", verdict=one)
        for i, one in enumerate(cases)
    ]
    accepted = verdict is Verdict.AC and growth is not Outcome.EXCEEDS
    return Report(
        problem=problem,
        language="python",
        mode="submit",
        verdict=verdict,
        growth=growth,
        accepted=accepted,
        sentence=f"It was {verdict}.",
        cases=finished,
        memory_bytes=memory_bytes,
    )


def decided(verdict: Verdict = Verdict.AC, growth: Outcome | None = None, cases: tuple[Verdict, ...] = ()) -> Decided:
    return Decided(report=make_report(verdict, growth, cases=cases))
