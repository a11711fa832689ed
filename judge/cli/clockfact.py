"""What a calibration says of this host, as a fact for people. Pure."""

from __future__ import annotations

from judge.cli.terminal import cpu_time
from judge.growth.calibration import Calibration
from sandbox.doctor import Fact, Level

NAME = "calibration"
AGAIN = "the next judgement measures again"
MEND = "close what else is running (`ps -eo pcpu,pid,args --sort=-pcpu | head`), then `judge calibrate`"


def clock_fact(calibration: Calibration | None, why_stale: str | None) -> Fact:
    """`why_stale`: why what was found no longer counts; None where it does."""
    if calibration is None:
        means = "the first judgement measures what this host's clock can tell apart, in some seconds"
        return Fact(NAME, Level.NOTE, "not measured yet", means, "judge calibrate")
    found = (
        f"CPU times of 5 ms repeat to within {calibration.noise:.1%}, and to within 5.0% from "
        f"{cpu_time(calibration.grain_ns)} on; growth takes {calibration.runs} runs or more at each size"
    )
    if calibration.busy_cores >= 0.1:
        found += f"; other work kept {calibration.busy_cores:.1f} cores busy meanwhile"
    if why_stale is not None:
        return Fact(NAME, Level.NOTE, found, f"{why_stale}: {AGAIN}", "judge calibrate")
    if calibration.too_noisy:
        means = (
            "too noisy for time to tell small differences of growth: counted instructions decide them, or the verdict "
            "says that the host was too noisy"
        )
        return Fact(NAME, Level.WEAK, found, means, MEND)
    return Fact(NAME, Level.GOOD, found, "rounds and sizes of growth are set by it")
