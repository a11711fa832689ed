"""Which sizes to measure: about doubling, until a run costs its share of the budget."""

from __future__ import annotations

import hashlib
import hmac
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass

from judge.growth.complexity import Complexity
from judge.growth.decision import GRAIN_NS
from judge.growth.runs import Recorder
from judge.growth.work import least_seen
from judge.problem.model import Family
from judge.report import Role
from sandbox.api import Status

# A step of the ladder in doublings: so uneven that after few steps a size may lie anywhere in its octave. Who is honest
# only near the doublings of the smallest size, which everybody can read, is not honest at these.
STEP = (0.8, 1.2)
START = 0.5  # doublings above the smallest size, at most
END = (0.93, 1.0)  # of the largest
CLOSE = 1.4  # times: no last size so near the one before
LEAST = 5  # sizes; slopes need four, and the smallest gives the fixed cost
CLEARLY = 0.6  # an own exponent so far above the required one needs no reference beside it
SEEN = 4  # sizes at which the reference's work should be visible
MOST_SHARES = 4  # that a run may cost with its fixed cost
STRETCH = 6  # how far beyond its share a run may go to reach the least number of sizes
RUNAWAY = 6  # times what the class allows the next size: stopped there
FIRST_NS = 1_000_000_000
LEAP_NS = 2_000_000_000
LEAST_LEAP = 3.0  # times the last size


@dataclass(frozen=True, slots=True)
class Leap:
    """A look far beyond the ladder."""

    most: float  # times the last size
    room: float  # times what is allowed there
    work_ns: int  # that the submission may cost there, if it grows as it may


FAR = Leap(8.0, 2.3, LEAP_NS)  # its room: over three doublings n^0.4 more
DEAR = Leap(FAR.most, FAR.room, 2 * LEAP_NS)  # where the largest sizes left it open, and cost too much for that
# Before somebody is rejected: dearer, and only to see that it goes on rising.
SURE = Leap(LEAST_LEAP, 1.4, 2 * LEAP_NS)


class Sizes:
    """The sizes of one family, for one secret: nobody can prepare for them, and every submission gets the same."""

    def __init__(self, family: Family, slug: str, secret: bytes) -> None:
        seed = hmac.new(secret, f"{slug}/{family.name}/sizes".encode(), hashlib.sha256).digest()
        self._rng = random.Random(seed)
        self.family = family

    def doubling(self, factor: float = 2.0) -> Iterator[int]:
        """Each about `factor` times the one before, the last near the family's largest."""
        size = self.family.smallest * factor ** self._rng.uniform(0, START)
        last = self.family.largest * self._rng.uniform(*END)
        before = size
        while size <= last:
            yield round(size)
            before, size = size, size * factor ** self._rng.uniform(*STEP)
        if before * CLOSE < last:
            yield round(last)

    def between(self, low: int, high: int) -> int:
        """A size about half a step above `low`."""
        return round(low * (high / low) ** self._rng.uniform(0.4, 0.6))


class Ladder:
    """Climbs a family once with both roles, reference first. ``sizes``: those at which both ran through."""

    def __init__(self, recorder: Recorder, family: Family, secret: bytes, share_ns: int, required: Complexity) -> None:
        self.recorder = recorder
        self.share_ns = share_ns
        self.required = required
        self.largest = family.largest
        self.sizes: list[int] = []
        self.ended = ""  # why: "share", "largest", "submission", "reference"
        self._sizes = Sizes(family, recorder.problem.slug, secret)
        self._coming = self._sizes.doubling()

    def climb(self) -> Iterator[int]:
        """Measure size after size, yielding each; may be called again after `share_ns` was raised."""
        while not self._affordable_end():
            size = next(self._coming, None)
            if size is None:
                self.ended = "largest"
                break
            yield from self._both(size)
            if self.ended:
                return
        yield from self._fill()

    def _both(self, size: int) -> Iterator[int]:
        reference = self.recorder.run(Role.REFERENCE, size, self._most(Role.REFERENCE))
        if reference.stopped is not None:
            self.ended = "reference"
            return
        submission = self.recorder.run(Role.SUBMISSION, size, self._most(Role.SUBMISSION, size))
        if submission.stopped is Status.CPU_LIMIT:
            # Once more: a bound rests on two runs.
            submission = self.recorder.run(Role.SUBMISSION, size, self._most(Role.SUBMISSION, size))
        yield size
        if submission.stopped is not None:
            self.ended = "submission"
            return
        self.sizes.append(size)

    def _affordable_end(self) -> bool:
        """Whether the next doubling would cost more than it may. What the smallest size costs too is no part of it: who
        burns time first shall not end the ladder by that, unless it is far too much to be repeated."""
        if self.ended:
            return True
        if len(self.sizes) < 2:
            return False
        if any(self.recorder.fastest(role, self.sizes[-1]) > MOST_SHARES * self.share_ns for role in Role):
            return len(self.sizes) >= LEAST or max(self._next_ns(role) for role in Role) > STRETCH * self.share_ns
        coming = max(self._next_ns(role) for role in Role)
        now = max(self._work_ns(role, -1) for role in Role)
        if len(self.sizes) >= LEAST and (self._compared() or now >= STRETCH * self.share_ns):
            return now >= self.share_ns or coming > 2 * self.share_ns
        return coming > STRETCH * self.share_ns

    def _compared(self) -> bool:
        """Whether larger sizes would tell no more of the ratio: the reference's work stands out at enough sizes, or the
        submission's own growth is beyond doubt."""
        first = self.recorder.fastest(Role.REFERENCE, self.sizes[0])
        least = least_seen(first, GRAIN_NS)
        if sum(self._work_ns(Role.REFERENCE, at) >= least for at in range(len(self.sizes))) >= SEEN:
            return True
        before, last = (self._work_ns(Role.SUBMISSION, at) for at in (-3, -1))
        if not before or not last or self.required.exponential:
            return False
        grown = math.log2(last / before) / math.log2(self.sizes[-1] / self.sizes[-3])
        return grown > self.required.local_exponent(self.sizes[-1]) + CLEARLY

    def _work_ns(self, role: Role, at: int) -> float:
        first, there = (self.recorder.fastest(role, self.sizes[number]) for number in (0, at))
        return max(0.0, there - first)

    def _next_ns(self, role: Role) -> float:
        last, before = self._work_ns(role, -1), self._work_ns(role, -2)
        return last * min(16.0, max(1.0, last / before)) if before else 2 * last

    def _most(self, role: Role, size: int = 0) -> int:
        """The CPU limit of a run: for the submission a multiple of what its class allows after the size before."""
        cap = int(self.recorder.problem.spec.limits.cpu_s * 1e9)
        if role is Role.REFERENCE:
            return max(cap, 20 * self.share_ns)
        if not self.sizes:
            first = self.recorder.fastest(Role.REFERENCE, size)
            return max(FIRST_NS, 4 * self.share_ns, min(cap, 60 * first))
        last = self.sizes[-1]
        grown = self.recorder.fastest(Role.REFERENCE, size) / self.recorder.fastest(Role.REFERENCE, last)
        allowed = RUNAWAY * max(2.0, grown) * self.recorder.fastest(Role.SUBMISSION, last)
        return int(min(max(allowed, 4 * self.share_ns), max(cap, FIRST_NS)))

    def leap(self, leap: Leap) -> Iterator[int]:
        """One run of both at one size far beyond the last, where the submission stays affordable if it grows as
        required; not part of ``sizes``. Called again it runs there again, at most once."""
        if self.required.exponential:
            return
        top = self.sizes[-1]
        whole = self.recorder.fastest(Role.SUBMISSION, top)
        work = max(whole / 8, *(self._work_ns(role, -1) for role in Role))
        steepness = max(1.0, self.required.local_exponent(top))
        times = min(leap.most, self.largest / top, (leap.work_ns / max(work, 1.0)) ** (1 / steepness))
        size = round(top * times)
        seen = self.recorder.series.get((Role.SUBMISSION, size))
        if times < LEAST_LEAP or (seen is not None and len(seen.cpu_ns) > 1):
            return
        reference = self.recorder.run(Role.REFERENCE, size, STRETCH * LEAP_NS)
        if reference.stopped is None:
            # Where the reference leaves a cache it may grow faster than its class, and so may the submission.
            first = self.recorder.fastest(Role.REFERENCE, self.sizes[0])
            grown = (min(reference.cpu_ns) - first) / max(self._work_ns(Role.REFERENCE, -1), GRAIN_NS)
            allowed = leap.room * (max(0.0, whole - work) + work * max(times**steepness, grown))
            self.recorder.run(Role.SUBMISSION, size, int(min(allowed, STRETCH * LEAP_NS)))
            yield size

    def _fill(self) -> Iterator[int]:
        """Half steps between the largest sizes where a steep cost left few of them."""
        high = len(self.sizes) - 1
        while 2 <= len(self.sizes) < LEAST + 1 and high > 0:
            between = self._sizes.between(self.sizes[high - 1], self.sizes[high])
            if self.sizes[high - 1] * 1.2 < between < self.sizes[high] / 1.2:
                climbed, self.sizes = self.sizes, self.sizes[:high]
                ended, self.ended = self.ended, ""
                yield from self._both(between)
                self.sizes = sorted({*climbed, *self.sizes})
                self.ended = ended
            high -= 1
