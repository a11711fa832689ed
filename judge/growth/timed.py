"""One family, timed: the ladder, rounds of alternating runs, a decision; more where it is close.

Time and memory come from the same runs.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

from judge.growth.beyond import last_step
from judge.growth.blame import blamed, find_line
from judge.growth.budget import Budget
from judge.growth.complexity import parse_class
from judge.growth.counts import decide_counts
from judge.growth.decision import RISING, TIME, Basis, Decision, Open
from judge.growth.explain import describe
from judge.growth.instructions import count
from judge.growth.judgement import Judged, Terms, judge_time, maybe_a_cache, sure
from judge.growth.ladder import DEAR, FAR, SURE, Ladder, Leap
from judge.growth.memory import decide_memory
from judge.growth.other_language import memory_not_compared
from judge.growth.rounds import Rounds
from judge.growth.runs import Recorder, WrongAtSize
from judge.growth.slopes import pairs
from judge.growth.stepped import steps_get_dearer
from judge.problem.model import Family, GrowthSpec
from judge.report import FamilyGrowth, GrowthDecided, GrowthPoint, Outcome, Point, Resource, Role, Stage
from sandbox.api import Status

Seen = Iterator[Stage | GrowthPoint]
Events = Iterator[Stage | GrowthPoint | GrowthDecided]
Judging = Generator[Stage | GrowthPoint, None, Judged]

BEYOND = "a far larger size"
SLOW = 4.0  # times the reference's work: what is so much dearer is looked at far beyond the ladder


class Timed:
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
        self.shown = [Resource.STEPS if budget.steps and one is Resource.TIME else one for one in self.resources]
        self.space = parse_class(spec.space or "1")
        self.terms = Terms(
            parse_class(spec.time), budget.grain_ns, budget.noisy, budget.across, budget.warms_up, budget.compiled
        )
        self.ladder = Ladder(recorder, family, secret, cpu_ns // budget.shares, self.terms.required)
        self.rounds = Rounds(recorder, self.ladder, budget)
        self.escalated: list[str] = []
        self.counts: list[Point] = []

    def measure(self) -> Events:
        yield from self._climb()
        steps = self._steps()
        judged = (yield from self._time()) if Resource.TIME in self.resources and not self._settled(steps) else None
        if judged is None and steps is None:
            self.rounds.once(0)
        memory = self._memory()
        if memory is not None and memory.open in (Open.LITTLE, Open.CLOSE) and not self._exceeds(judged):
            yield from self._leap("a larger size for memory")
            memory = self._memory()
            judged = judged and self._judge()
        memory_stop = self._memory_stop()
        decided = []
        if judged is not None:
            decided.append(self._explained(self._described(Resource.TIME, judged.decision, judged.method)))
        if memory is not None:
            decided.append(self._explained(self._described(Resource.MEMORY, memory)))
        if steps is not None:
            decided.append(self._described(Resource.STEPS, self._steps() or steps))
        for growth in decided:
            yield GrowthDecided(growth=growth)
        if memory_stop is not None and not any(growth.outcome is Outcome.EXCEEDS for growth in decided):
            raise memory_stop

    def _steps(self) -> Decision | None:
        if not self.budget.steps or Resource.TIME not in self.resources:
            return None
        return decide_counts(self.recorder.points(Resource.STEPS), self.terms.required)

    def _settled(self, steps: Decision | None) -> bool:
        if steps is None or steps.outcome is Outcome.INCONCLUSIVE:
            return False
        counted, timed = self.recorder.points(Resource.STEPS), self.recorder.points(Resource.TIME)
        return steps.outcome is Outcome.EXCEEDS or not steps_get_dearer(counted, timed)

    def _time(self) -> Judging:
        judged = self._rounds()
        if self.ladder.ended == "submission":
            return judged
        if self._doubtful(judged.decision):
            judged = yield from self._far()
        if not judged.decision.clear and self._worth_more():
            yield Stage(text=f"looking closer: {self.family.name}")
            # What seems to rise is worth larger sizes, what is only noisy more runs.
            rises = judged.decision.slope is not None and judged.decision.slope > TIME.flat / 2
            self.escalated.append("larger sizes" if rises else "more runs")
            self.cpu_ns *= 2
            # Work that is seen over a warm-up is long, and by doublings of it few sizes are.
            self.ladder.share_ns *= 16 if self.budget.warms_up else 4 if rises else 2
            yield from self._climb()
            judged = self._rounds()
            if rises and not judged.decision.clear and self._doubtful(judged.decision) and BEYOND not in self.escalated:
                judged = yield from self._far(DEAR)
        if not judged.decision.clear:
            yield from self._count()
            judged = self._judge()
        return (yield from self._confirmed(judged))

    def _count(self) -> Seen:
        if self.budget.count_instructions:
            yield Stage(text=f"counting instructions: {self.family.name}")
            self.counts = count(self.recorder, self.ladder.sizes)
            self.escalated += ["instructions counted"] if self.counts else []

    def _confirmed(self, judged: Judged) -> Judging:
        """Nobody is rejected for leaving a cache: what rises at the end of the ladder must rise beyond it too."""
        if maybe_a_cache(judged, self.recorder.points(Resource.TIME)):
            yield from self._leap("a larger size to be sure", SURE)
            judged = self._judge()
        points = self.recorder.points(Resource.TIME)
        first = sure(judged, points, self.terms)
        if first is judged:
            return judged
        if not self.counts:
            yield from self._count()
        return sure(judged, points, self.terms, self.counts)

    def _far(self, leap: Leap = FAR) -> Judging:
        """A size far beyond the ladder; once more where it changes what is thought."""
        yield from self._leap(BEYOND, leap)
        judged = self._judge()
        if judged.decision.basis is Basis.LEAP:
            yield from self._leap("that size again", leap)
            judged = self._judge()
        return judged

    def _worth_more(self) -> bool:
        """Whether a decision that is open deserves larger sizes and more runs."""
        if not (self.budget.warms_up and self.budget.across):
            return self.budget.look_closer
        # It can only exceed, and by the largest size one that does has lost what being compiled wins.
        sizes = self.ladder.sizes
        slower = bool(sizes) and self.recorder.fastest(Role.SUBMISSION, sizes[-1]) > self.recorder.fastest(
            Role.REFERENCE, sizes[-1]
        )
        return self.budget.look_closer and slower

    def _doubtful(self, decision: Decision) -> bool:
        """What is open, or far dearer than the reference, or rises at the end, is seen better far beyond the ladder."""
        if self.budget.across or len(self.ladder.sizes) < 4:
            return False
        if decision.open in (Open.CLOSE, Open.RISING, Open.FIXED, Open.DEAR):
            return True
        first, last = self.ladder.sizes[0], self.ladder.sizes[-1]
        mine, other = (
            self.recorder.fastest(role, last) - self.recorder.fastest(role, first)
            for role in (Role.SUBMISSION, Role.REFERENCE)
        )
        if decision.outcome is not Outcome.WITHIN:
            return False
        runs = pairs(self.recorder.points(Resource.TIME))
        return mine > SLOW * max(other, 1) or last_step(runs, TIME, self.terms.grain_ns) > RISING

    def _leap(self, why: str, leap: Leap = FAR) -> Seen:
        for size in self.ladder.leap(leap):
            self.escalated.append(why)
            yield from self._shown(size)

    def _climb(self) -> Seen:
        for size in self.ladder.climb():
            yield from self._shown(size)

    def _shown(self, size: int) -> Seen:
        for role in (Role.REFERENCE, Role.SUBMISSION):
            for resource in self.shown:
                point = self.recorder.point(role, size, resource) if (role, size) in self.recorder.series else None
                if point is not None:
                    yield GrowthPoint(family=self.family.name, resource=resource, point=point)

    def _rounds(self) -> Judged:
        return self.rounds.run(self._judge, self.terms, self.cpu_ns)

    def _judge(self) -> Judged:
        return judge_time(
            self.recorder.points(Resource.TIME), self.terms, processor=self.recorder.counted(), callgrind=self.counts
        )

    def _memory(self) -> Decision | None:
        if Resource.MEMORY not in self.resources:
            return None
        if not self.budget.memory:
            return memory_not_compared()
        return decide_memory(self.recorder.points(Resource.MEMORY), self.space)

    def _memory_stop(self) -> WrongAtSize | None:
        for (role, size), series in self.recorder.series.items():
            if role is Role.SUBMISSION and series.stopped is Status.MEMORY_LIMIT:
                return self.recorder.too_much_memory(size)
        return None

    @staticmethod
    def _exceeds(judged: Judged | None) -> bool:
        return judged is not None and judged.decision.outcome is Outcome.EXCEEDS

    def _described(self, resource: Resource, decision: Decision, method: str | None = None) -> FamilyGrowth:
        """The record of a resource, with all that is needed to judge it again."""
        required = self.space if resource is Resource.MEMORY else self.terms.required
        points = self.recorder.points(resource)
        growth = describe(self.family.name, resource, required, points, decision, method)
        common = {"runs": self.rounds.fewest(), "compared": self.terms.compared}
        if resource is not Resource.TIME:
            return growth.model_copy(update=common)
        processor = self.recorder.counted()
        return growth.model_copy(
            update={
                **common,
                "escalated": self.escalated,
                "counts": self.counts or processor,
                "counted_by": "callgrind" if self.counts else "processor" if processor else None,
                "grain_ns": self.terms.grain_ns,
                "noisy": self.terms.noisy,
            }
        )

    def _explained(self, growth: FamilyGrowth) -> FamilyGrowth:
        """With the line that carries the growth, where one is found."""
        if growth.outcome is not Outcome.EXCEEDS or not self.budget.find_line:
            return growth
        required = self.space if growth.resource is Resource.MEMORY else self.terms.required
        blame = find_line(self.recorder, self.ladder.sizes, required, growth.resource)
        return growth if blame is None else blamed(growth, blame)
