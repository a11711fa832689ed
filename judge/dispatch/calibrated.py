"""Have this host calibrated before the first judgement that measures growth."""

from __future__ import annotations

import logging
from collections.abc import Generator

from judge.dispatch.turn import turn
from judge.growth.calibrate import calibrate, fingerprint
from judge.growth.calibration import DEFAULT, FEWEST_RUNS, Calibration, load, save, stale, switched_off, utc_now
from judge.home import Home
from judge.report import Stage
from judge.store.errors import StoreError
from sandbox.api import Sandbox, SandboxError, Strength

log = logging.getLogger(__name__)

Steps = Generator[Stage, None, Calibration]
MOST_TRIES = 3


def calibrated(home: Home, sandbox: Sandbox) -> Steps:
    """What the disk holds where that is still true, else measured and kept. For whoever has the machine's turn.
    Where it fails, or cannot be kept, judging goes on, and a stage says so."""
    if switched_off():
        return DEFAULT
    return known(home, sandbox.strength()) or (yield from measured(home, sandbox))


def known(home: Home, strength: Strength) -> Calibration | None:
    """The one on the disk, where it is still true."""
    found = load(home)
    return found if found is not None and stale(found, fingerprint(strength), utc_now()) is None else None


def measured(home: Home, sandbox: Sandbox) -> Steps:
    """Measured now, and kept; DEFAULT where measuring fails. For whoever has the machine's turn."""
    try:
        made = yield from _steadiest(sandbox)
    except (SandboxError, ValueError) as error:
        log.warning("calibration failed: %s", error)
        yield Stage(text=f"this host's clock could not be measured, a usual one is assumed: {error}")
        return DEFAULT
    try:
        save(made, home)
    except (OSError, StoreError) as error:
        log.warning("a calibration cannot be kept: %s", error)
        yield Stage(text=f"what was measured of this host's clock cannot be kept: {error}")
    return made


def _steadiest(sandbox: Sandbox) -> Steps:
    """The first that asks for no more runs than usual, else the steadiest of a few: what disturbs a host for moments
    would make all judgements of a month dearer. Raises SandboxError, ValueError."""
    made = yield from calibrate(sandbox)
    for _ in range(MOST_TRIES - 1):
        if made.runs == FEWEST_RUNS:
            break
        yield Stage(text="something disturbed it; once more")
        made = min(made, (yield from calibrate(sandbox)), key=lambda one: (one.too_noisy, one.runs, one.noise))
    return made


def in_turn(home: Home, sandbox: Sandbox, anew: bool = False) -> Steps:
    """`calibrated` (or, `anew`, `measured`) for whoever has not the turn. Raises StoreError where there is none."""
    home.make()
    with turn(home) as waiting:
        if waiting is not None:
            yield Stage(text="waiting for another judging to finish")
            waiting()
        return (yield from measured(home, sandbox) if anew else calibrated(home, sandbox))
