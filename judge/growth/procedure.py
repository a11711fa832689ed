"""The procedure: per family a ladder of sizes, rounds of alternating runs, a decision; more where it is close."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from judge.growth.blame import blamed, find_line
from judge.growth.complexity import Complexity, parse_class
from judge.growth.counts import decide_counts, probe_cap
from judge.growth.decide import TIME, Basis, Decision, decide
from judge.growth.explain import describe
from judge.growth.instructions import count
from judge.growth.ladder import Ladder, Sizes
from judge.growth.memory import decide_memory
from judge.growth.other_language import LINES, decide_across, memory_not_compared
from judge.growth.runs import Maker, Recorder, WrongAtSize
from judge.problem.model import Family, GrowthSpec, Problem
from judge.report import FamilyGrowth, GrowthDecided, GrowthPoint, Outcome, Resource, Role, Stage
from sandbox.api import Program, Sandbox, Status

MOST_COUNTED = 24  # sizes at which probes are counted

Events = Iterator[Stage | GrowthPoint | GrowthDecided]


@dataclass(frozen=True, slots=True)
class Budget:
    """What measuring may cost. `cpu_ns`: CPU time of both roles over all timed families; as much again where the first
    decision is close."""

    cpu_ns: int = 3_000_000_000
    shares: int = 12  # a single run takes at most about this part of its family's budget
    sizes: int = 7  # the largest ones, which the rounds repeat
    fewest_runs: int = 3
    most_runs: int = 9
    look_closer: bool = True  # spend as much again where the first decision is close
    count_instructions: bool = True
    find_line: bool = True  # of a submission that exceeds; traced, outside the budget
    across: bool = False  # submission and reference are of two languages
    warms_up: bool = False  # the submission's language is compiled while it runs

    @classmethod
    def between_languages(cls, warms_up: bool) -> Budget:
        """Instructions are not compared, and lines are found in Python alone."""
        return cls(count_instructions=False, find_line=False, across=True, warms_up=warms_up)


def measure_growth(
    problem: Problem,
    submission: Program,
    reference: Program,
    maker: Maker,
    sandbox: Sandbox,
    budget: Budget | None = None,
) -> Events:
    """Measure and judge every family. Ends each (family, resource) with a GrowthDecided.

    Raises WrongAtSize where the submission fails at a measured size; what was decided before stays said."""
    budget = budget or Budget()
    spec = problem.spec.growth
    secret = getattr(maker, "secret", b"")
    timed = [family for family in spec.families if {"time", "memory"} & set(family.measures)]
    cpu_ns = budget.cpu_ns // max(1, len(timed))
    for number, family in enumerate(spec.families):
        recorder = Recorder(problem, family.name, submission, reference, maker, sandbox)
        if family.measures:
            yield Stage(text=f"measuring growth: {family.name}", done=number, total=len(spec.families))
        if "probes" in family.measures:
            counted = Recorder(problem, family.name, submission, reference, maker, sandbox)
            yield from _probes(counted, family, spec, secret)
        if family in timed:
            for event in _Timed(recorder, family, spec, secret, budget, cpu_ns).measure():
                yield event
                if isinstance(event, GrowthDecided) and event.growth.outcome is Outcome.EXCEEDS:
                    # One that exceeds decides for all: what is close elsewhere may stay open.
                    budget = replace(budget, look_closer=False, count_instructions=False)


class _Timed:
    """Time and memory of one family: both come from the same runs."""

    def __init__(
        self, recorder: Recorder, family: Family, spec: GrowthSpec, secret: bytes, budget: Budget, cpu_ns: int
    ) -> None:
        self.recorder = recorder
        self.family = family
        self.budget = budget
        self.cpu_ns = cpu_ns
        self.resources = [Resource.TIME] if "time" in family.measures else []
        if "memory" in family.measures and spec.space is not None:
            self.resources.append(Resource.MEMORY)
        self.required = {Resource.TIME: parse_class(spec.time), Resource.MEMORY: parse_class(spec.space or "1")}
        self.ladder = Ladder(recorder, family, secret, cpu_ns // budget.shares)

    def measure(self) -> Events:
        yield from self._climb()
        time: Decision | None = None
        if Resource.TIME in self.resources:
            time = self._rounds()
            if not time.clear and self._worth_more() and self.ladder.ended != "submission":
                yield Stage(text=f"looking closer: {self.family.name}")
                # What seems to rise is worth larger sizes, what is only noisy more runs.
                rises = time.slope is not None and time.slope > TIME.flat / 2
                self.cpu_ns *= 2
                # Work that is seen over a warm-up is long, and by doublings of it few sizes are.
                self.ladder.share_ns *= 16 if self.budget.warms_up else 4 if rises else 2
                yield from self._climb()
                time = self._rounds()
        else:
            self._pass(0)
        memory_stop = self._memory_stop()
        decided = [self._decided(resource, time) for resource in self.resources]
        for growth in decided:
            yield GrowthDecided(growth=growth)
        if memory_stop is not None and not any(growth.outcome is Outcome.EXCEEDS for growth in decided):
            raise memory_stop

    def _worth_more(self) -> bool:
        """Whether a decision that is open deserves larger sizes and more runs."""
        if not self.budget.warms_up:
            return self.budget.look_closer
        # It can only exceed, and by the largest size one that does has lost what being compiled wins.
        sizes = self.ladder.sizes
        slower = bool(sizes) and self.recorder.fastest(Role.SUBMISSION, sizes[-1]) > self.recorder.fastest(
            Role.REFERENCE, sizes[-1]
        )
        return self.budget.look_closer and slower

    def _climb(self) -> Events:
        for size in self.ladder.climb():
            for role in (Role.REFERENCE, Role.SUBMISSION):
                for resource in self.resources:
                    point = self.recorder.point(role, size, resource)
                    if point is not None:
                        yield GrowthPoint(family=self.family.name, resource=resource, point=point)

    def _rounds(self) -> Decision:
        """Repeat the largest sizes, A B then B A, until the budget is spent or the answer is clear."""
        required = self.required[Resource.TIME]
        decision = Decision(Outcome.INCONCLUSIVE, Basis.LITTLE)
        for number in range(self.budget.most_runs):
            fewest = min((len(self.recorder.series[r, n].cpu_ns) for n in self._repeated() for r in Role), default=0)
            if fewest >= self.budget.fewest_runs or number == 0:
                decision = self._decide(required)
                if self._settled(decision, fewest):
                    break
            if fewest >= self.budget.fewest_runs and self.recorder.spent_ns > self.cpu_ns:
                break
            self._pass(number)
        return decision

    def _decide(self, required: Complexity) -> Decision:
        points = self.recorder.points(Resource.TIME)
        return decide_across(points, required, self.budget.warms_up) if self.budget.across else decide(points, required)

    def _settled(self, decision: Decision, runs: int) -> bool:
        if decision.outcome is Outcome.EXCEEDS:
            # One run a size may decide only what could hardly be clearer.
            certain = LINES.certain if self.budget.across else TIME.certain
            far = decision.low is not None and decision.low > 2 * certain - 0.4
            return far if runs >= 2 else decision.basis is Basis.CENSORED
        return decision.outcome is Outcome.WITHIN and runs >= self.budget.fewest_runs

    def _repeated(self) -> list[int]:
        """The sizes that rounds repeat: the smallest gives the fixed cost, the largest the growth."""
        return self.ladder.sizes[:1] + self.ladder.sizes[1:][-self.budget.sizes :]

    def _pass(self, number: int) -> None:
        for size in self._repeated():
            # Short runs are cheap: as many as the noise of a short run asks for.
            slowest = max(self.recorder.fastest(role, size) for role in Role)
            times = 2 if slowest < 4_000_000 else 1
            for repeat in range(times):
                roles = (Role.REFERENCE, Role.SUBMISSION)
                for role in roles if (number + repeat) % 2 == 0 else roles[::-1]:
                    limit = max(8 * self.recorder.fastest(role, size), 4 * self.ladder.share_ns)
                    self.recorder.run(role, size, limit)

    def _memory_stop(self) -> WrongAtSize | None:
        for (role, size), series in self.recorder.series.items():
            if role is Role.SUBMISSION and series.stopped is Status.MEMORY_LIMIT:
                return self.recorder.too_much_memory(size)
        return None

    def _decided(self, resource: Resource, time: Decision | None) -> FamilyGrowth:
        required = self.required[resource]
        points = self.recorder.points(resource)
        if resource is Resource.MEMORY:
            decided = memory_not_compared() if self.budget.across else decide_memory(points, required)
            return describe(self.family.name, resource, required, points, decided)
        assert time is not None
        if not time.clear and self.budget.count_instructions and self.ladder.ended != "submission":
            counted = count(self.recorder, self.ladder.sizes, required)
            if counted is not None and counted[0].clear:
                return self._explained(
                    describe(self.family.name, resource, required, points, counted[0], "instructions")
                )
        return self._explained(describe(self.family.name, resource, required, points, time))

    def _explained(self, growth: FamilyGrowth) -> FamilyGrowth:
        """With the line that carries the growth, where one is found."""
        if growth.outcome is not Outcome.EXCEEDS or not self.budget.find_line:
            return growth
        blame = find_line(self.recorder, self.ladder.sizes, self.required[Resource.TIME])
        return growth if blame is None else blamed(growth, blame)


def _probes(recorder: Recorder, family: Family, spec: GrowthSpec, secret: bytes) -> Events:
    """One run a size: a count is exact. A submission that reads too much is stopped, and is steep by then."""
    required: Complexity = parse_class(spec.probes or spec.time)
    limit = int(recorder.problem.spec.limits.cpu_s * 1e9)
    step = max(2.0, (family.largest / family.smallest) ** (1 / MOST_COUNTED))
    for size in Sizes(family, recorder.problem.slug, secret).doubling(step):
        stopped = False
        for role in (Role.REFERENCE, Role.SUBMISSION):
            cap = None if role is Role.REFERENCE else probe_cap(min(recorder.series[Role.REFERENCE, size].probes))
            stopped = recorder.run(role, size, limit, cap).stopped is not None
            point = recorder.point(role, size, Resource.PROBES)
            if point is not None:
                yield GrowthPoint(family=family.name, resource=Resource.PROBES, point=point)
            if stopped:
                break
        if stopped:
            break
    points = recorder.points(Resource.PROBES)
    yield GrowthDecided(
        growth=describe(family.name, Resource.PROBES, required, points, decide_counts(points, required))
    )
