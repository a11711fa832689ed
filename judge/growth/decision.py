"""What deciding comes to, why it may stay open, and where the lines are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from judge.report import Outcome

GRAIN_NS = 200_000  # less CPU time than this over the smallest size says nothing
VISIBLE = 0.5  # work must be this share of the fixed cost to be seen over its noise


@dataclass(frozen=True, slots=True)
class Rule:
    """Where the lines are, in powers of n."""

    flat: float  # an upper bound below this is within
    steep: float  # a lower bound above this exceeds, if the whole ladder agrees
    whole: float  # what the whole ladder must show for that
    certain: float  # a lower bound above this exceeds whatever the whole ladder shows
    short: float  # the line instead of `steep` where only three sizes are left
    visible: float = VISIBLE
    dearest: float | None = None  # times the reference's work: beyond, only a far larger size may tell within


# Right solutions reach 0.3 where one of the two leaves a cache and the other does not; n^0.5 more shows 0.24 and up.
TIME = Rule(flat=0.20, steep=0.30, whole=0.20, certain=0.55, short=0.45, dearest=60)
# Exact counts. Right solutions: at most 0.10; worse ones: at least 0.24; a logarithm more may show 0.20.
INSTRUCTIONS = Rule(flat=0.17, steep=0.22, whole=0.17, certain=0.30, short=0.22, visible=0.0)
# The submission's own growth against the required class, where the reference costs too little to be seen.
OWN = Rule(flat=0.30, steep=0.60, whole=0.45, certain=0.80, short=0.70)
LEVEL = 0.75  # of `flat`: neither the end nor the whole may itself show more, whatever the bounds
CENSORED_EXCESS = 1.0  # a limit that stopped it must lie this far above what the class allows
UNEVEN = 3.0  # times, at so many grains of work: caches move neighbouring ratios by less than two
UNEVEN_GRAINS = 10
UNSTEADY = 5.0  # times, and so many grains: other work on the host adds less
UNSTEADY_GRAINS = 50
DEAR = 4.0  # times what of the reference may go unseen
LEAP_GAP = 2.8  # a last size so many times the one before is not part of the ladder
RISING = 0.07  # of the last step of a ladder: a square that is just coming up would look like this
LEAP_FLAT_RISING = 0.15
LEAP_FLAT = 0.20  # few runs, and two or three doublings at once: a cache may lie between
LEAP_LEVEL = 0.10  # so level it settles what was open
LEAP_DEAR, LEAP_FLAT_DEAR = 30.0, 0.08
LEAP_REFUTES = 0.20  # less than this beyond the ladder: what rose at its end was a cache
BEYOND_DOUBT = 0.90  # over the whole ladder: no cache makes a ratio grow forty times
LEAP_STEEP = 0.50
LEAP_ROSE = 0.35  # where the ladder rose already, or a limit stopped it, so that it is the least


class Basis(StrEnum):
    """What a decision rests on."""

    RATIO = "ratio"  # of the submission to the reference
    OWN = "own"  # the submission alone, against the required class
    CENSORED = "censored"  # a limit stopped it
    FLAT = "flat"  # neither grew
    LITTLE = "little"  # too few sizes show anything
    LEAP = "leap"  # one size far beyond the others


class Open(StrEnum):
    """Why a decision is inconclusive."""

    LITTLE = "little"  # too few sizes show anything
    CLOSE = "close"  # between the lines, or its interval crosses one
    RISING = "rising"  # level so far, but the last step or a far larger size rises
    STOPPED = "stopped"  # a limit ended it before enough was seen
    FIXED = "fixed"  # a fixed cost that could hide growth
    DEAR = "dear"  # where the reference begins to be seen, the submission costs too much
    UNEVEN = "uneven"  # far dearer at a size than at smaller and larger ones
    UNSTEADY = "unsteady"  # far dearer in some runs than in others of the same input
    NOISY = "noisy"  # this host's clock
    LANGUAGE = "language"  # not comparable enough


@dataclass(frozen=True, slots=True)
class Decision:
    """`slope`, `low`, `high`: of the ratio to the reference, in powers of n. Factors are per doubling of the size."""

    outcome: Outcome
    basis: Basis
    slope: float | None = None
    low: float | None = None
    high: float | None = None
    exponent: float | None = None
    sizes: tuple[int, ...] = ()
    submission_factor: float | None = None
    reference_factor: float | None = None
    note: str = ""  # why, where the figures do not say it
    open: Open | None = None  # only where inconclusive
    whole: float | None = None  # the slope over the whole ladder

    @property
    def clear(self) -> bool:
        return self.outcome is not Outcome.INCONCLUSIVE
