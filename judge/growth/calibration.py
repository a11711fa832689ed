"""What this host's clock can tell apart: decided from recorded runs of one program, kept in the home folder.

LANDAU_HOME/calibration.json    one Calibration; made again by itself, so it may be deleted at any time

`judge.growth.calibrate` does the measuring. Here all but `load` and `save` is pure.
"""

from __future__ import annotations

import json
import logging
import math
import os
import random
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from judge.growth.slopes import TAIL, tail_of
from judge.home import Home

log = logging.getLogger(__name__)

FILE = "calibration.json"
LONGEST_BYTES = 1 << 16
KEPT = timedelta(days=30)
NOISY_KEPT = timedelta(hours=1)  # what disturbed it may have ended
SWITCH = "LANDAU_CALIBRATION"  # "default": never measure, and take DEFAULT

REPEATS_WITHIN = 0.05
LEAST_NOISE = 1e-4  # no clock of ours is finer
SLOPE_NOISE = 0.05  # in powers of n: a fraction of the distance between the lines of `decide`
FEWEST_RUNS, MOST_RUNS = 3, 9
TYPICAL_NS = (2_000_000, 20_000_000)  # costs of the sizes by which growth is mostly decided
RESAMPLES = 400
SURE = 0.95


@dataclass(frozen=True, slots=True)
class Calibration:
    """`noise`: 95 % of the minima of three runs of one program of about 5 ms lie within this share above the best.
    `grain_ns`: the least CPU time whose minimum of three repeats to within 5 %. `runs`: the fewest runs of each program
    at each size by which 95 % of the tail slopes of equal programs stay within 0.05; `too_noisy`: not even the most
    that growth spends do. `busy_cores`: what other work took meanwhile. `host`: a fingerprint."""

    noise: Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
    grain_ns: Annotated[int, Field(ge=1, le=10**12)]
    runs: Annotated[int, Field(ge=FEWEST_RUNS, le=MOST_RUNS)]
    too_noisy: bool = False
    busy_cores: Annotated[float, Field(ge=0, le=10**6, allow_inf_nan=False)] = 0.0
    measured_at: str = ""  # ISO 8601, UTC; empty: never
    host: str = ""

    @property
    def measured(self) -> bool:
        return self.measured_at != ""


# Where nothing could be measured: what an ordinary laptop at rest shows.
DEFAULT = Calibration(noise=0.05, grain_ns=1_000_000, runs=FEWEST_RUNS)
_SCHEMA = TypeAdapter(Calibration)


# ------------------------------------------------------------ deciding


def of_runs(
    runs: Mapping[int, Sequence[int]], busy_cores: float = 0.0, measured_at: str = "", host: str = ""
) -> Calibration:
    """`runs`: for each size of the program the CPU times in ns, in the order of the rounds; every round had one run of
    each size, at least nine rounds. Raises ValueError where there is too little."""
    if not runs or min(map(len, runs.values())) < MOST_RUNS or min(map(min, runs.values())) <= 0:
        raise ValueError(f"calibration needs {MOST_RUNS} runs or more of each size")
    excess = _excess(runs)
    costs = {size: min(values) for size, values in runs.items()}
    at_sizes = sorted((costs[size], spread_of_minima(excess[size])) for size in runs)
    typical = [one for size in runs if TYPICAL_NS[0] <= costs[size] <= TYPICAL_NS[1] for one in excess[size]]
    if not typical:
        raise ValueError("no size of the program costs what growth is mostly decided by")
    needed = next((k for k in range(FEWEST_RUNS, MOST_RUNS + 1) if slope_noise(typical, k) < SLOPE_NOISE), None)
    return Calibration(
        noise=round(spread_of_minima(typical), 4),
        grain_ns=_grain_ns(at_sizes),
        runs=needed or MOST_RUNS,
        too_noisy=needed is None,
        busy_cores=round(busy_cores, 2),
        measured_at=measured_at,
        host=host,
    )


def _excess(runs: Mapping[int, Sequence[int]]) -> dict[int, list[float]]:
    """Logarithms of the times over the best of their size, without what drifts slowly and moves all sizes alike: a
    reference and a submission that are run in turn both feel that. The drift is Theil and Sen's, over all sizes."""
    logs = {size: [math.log(value) for value in values] for size, values in runs.items()}
    steps = [(b - a) / (j - i) for one in logs.values() for (i, a), (j, b) in combinations(enumerate(one), 2)]
    drift = median(steps)
    level = {size: [value - drift * i for i, value in enumerate(one)] for size, one in logs.items()}
    return {size: [value - min(one) for value in one] for size, one in level.items()}


def spread_of_minima(excess: Sequence[float], times: int = 3) -> float:
    """By how much 95 % of the minima of `times` runs exceed the best at most, as a share. The bootstrap's distribution,
    exactly: of m sorted values the least of k draws has a rank above r with probability ((m - r - 1) / m)^k."""
    ordered = sorted(excess)
    many = len(ordered)
    rank = next(r for r in range(many) if ((many - r - 1) / many) ** times <= 1 - SURE)
    return math.expm1(ordered[rank] - ordered[0])


def slope_noise(excess: Sequence[float], times: int) -> float:
    """Within what, in powers of n, 95 % of the tail slopes lie that two equal programs show at `times` runs a size."""
    rng = random.Random(times)

    def ratio() -> float:
        first, second = (min(rng.choices(excess, k=times)) for _ in range(2))
        return math.exp(first - second)

    slopes = sorted(abs(tail_of([(2**step, ratio()) for step in range(TAIL + 1)])) for _ in range(RESAMPLES))
    return slopes[int(SURE * RESAMPLES)]


def _grain_ns(at_sizes: Sequence[tuple[int, float]]) -> int:
    """`at_sizes`: (cost, noise), ascending. Between the last that does not repeat well enough and the next, where noise
    as a power of the cost meets the line. Where not even the largest does, as much more as makes up for it if
    disturbances are independent of each other."""
    failed = [place for place, (_, noise) in enumerate(at_sizes) if noise > REPEATS_WITHIN]
    if not failed:
        return at_sizes[0][0]
    cost, noise = at_sizes[failed[-1]]
    if at_sizes[-1] == (cost, noise):
        return int(cost * (noise / REPEATS_WITHIN) ** 2)
    next_cost, next_noise = at_sizes[failed[-1] + 1]
    share = math.log(noise / REPEATS_WITHIN) / math.log(noise / max(next_noise, LEAST_NOISE))
    return int(cost * (next_cost / cost) ** share)


def stale(found: Calibration, host: str, now: datetime) -> str | None:
    """Why it is to be made anew; None where it holds."""
    if not found.measured:
        return "it was never measured"
    if found.host != host:
        return "the host has changed"
    try:
        age = now - datetime.fromisoformat(found.measured_at)
    except (ValueError, TypeError):  # no date, or one without its zone
        return "its date cannot be read"
    if age > KEPT or age < -timedelta(days=1):
        return f"it is of {found.measured_at[:10]}"
    return "the host was too noisy then" if found.too_noisy and age > NOISY_KEPT else None


# ------------------------------------------------------------ the file


def current(home: Home) -> Calibration:
    """What is known of this host: loaded, else the default. Never measures, never raises."""
    return DEFAULT if switched_off() else load(home) or DEFAULT


def switched_off() -> bool:
    """Whether the environment says that nothing shall be measured."""
    return os.environ.get(SWITCH) == "default"


def load(home: Home) -> Calibration | None:
    """The one on the disk; None where there is none, or none that can be read."""
    path = home.folder / FILE
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST_BYTES)
        return _SCHEMA.validate_python(json.loads(data))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError, ValidationError) as error:
        log.warning("%s cannot be read and will be made anew: %s", path, str(error).splitlines()[0])
        return None


def save(calibration: Calibration, home: Home) -> None:
    """Whole or not at all. Raises OSError, StoreError."""
    home.make()
    handle, name = tempfile.mkstemp(dir=home.folder, prefix="calibration-")
    aside = Path(name)
    try:
        with os.fdopen(handle, "w") as file:
            json.dump(asdict(calibration), file, indent=1)
        aside.replace(home.folder / FILE)
    finally:
        aside.unlink(missing_ok=True)


def utc_now() -> datetime:
    return datetime.now(UTC)
