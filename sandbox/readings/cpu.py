"""The processor: what makes the same work take another time."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from sandbox.native import perf
from sandbox.readings.kernel import read_number, read_text

INTEL, GENERAL = "intel_pstate/no_turbo", "cpufreq/boost"


@dataclass(frozen=True, slots=True)
class Cpu:
    smt: bool | None  # two threads share a core; None: not told
    smt_switch: str | None  # what its switch says: on, off, notsupported
    governors: tuple[str, ...]  # of all cores, each once
    turbo: bool | None
    turbo_switch: str  # the file that turns it off; empty where there is none
    fast_cores: str | None  # where cores are of two kinds: the numbers of the fast ones
    virtual: bool  # under a hypervisor


@dataclass(frozen=True, slots=True)
class InstructionCounter:
    """The processor's counter of executed instructions."""

    refused: int | None  # the errno with which the kernel refuses it; None: it counts
    paranoid: int | None  # kernel.perf_event_paranoid: what users may count
    filtered: bool  # a system-call filter is upon this very process, as in a container


@dataclass(frozen=True, slots=True)
class ClockNoise:
    """The same work done over and over: how far its times lie apart, relative to the quickest."""

    cpu_spread: float  # (90th percentile - minimum) / minimum of CPU time
    wall_spread: float


@dataclass(frozen=True, slots=True)
class Stillness:
    """What else goes on."""

    load: float | None  # runnable processes, one-minute mean
    pressure: float | None  # share of the last ten seconds in which something waited for a core; None: not told
    stolen: float | None  # share of all time that a hypervisor gave to others, while the noise was measured
    stolen_ever: float | None  # the same since the start


def read_cpu(root: Path = Path("/sys/devices"), cpuinfo: Path = Path("/proc/cpuinfo")) -> Cpu:
    system = root / "system/cpu"
    smt = read_number(system / "smt/active")
    no_turbo, boost = read_number(system / INTEL), read_number(system / GENERAL)
    turbo = no_turbo == 0 if no_turbo is not None else boost == 1 if boost is not None else None
    governors = {read_text(path) for path in system.glob("cpu[0-9]*/cpufreq/scaling_governor")} - {None}
    kinds = [read_text(root / name / "cpus") for name in ("cpu_core", "cpu_atom")]
    return Cpu(
        smt=None if smt is None else smt == 1,
        smt_switch=read_text(system / "smt/control"),
        governors=tuple(sorted(map(str, governors))),
        turbo=turbo,
        turbo_switch="" if turbo is None else str(system / (INTEL if no_turbo is not None else GENERAL)),
        fast_cores=kinds[0] if all(kinds) else None,
        virtual="hypervisor" in (read_text(cpuinfo) or "").partition("flags")[2].partition("\n")[0].split(),
    )


def read_counter(status: Path = Path("/proc/self/status")) -> InstructionCounter:
    filtered = "\nSeccomp:\t2" in (read_text(status) or "")
    return InstructionCounter(perf.why_not(), read_number("/proc/sys/kernel/perf_event_paranoid"), filtered)


def measure() -> tuple[ClockNoise, Stillness]:
    """The noise of the clock, and what else went on while it was measured."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    pressure, before = read_pressure(), read_stolen()
    noise = measure_noise()
    after = read_stolen()
    stolen = ever = None
    if before is not None and after is not None:
        stolen = share(after[0] - before[0], after[1] - before[1])
        ever = share(*after)
    return noise, Stillness(load, pressure, stolen, ever)


def measure_noise(repeats: int = 80) -> ClockNoise:
    """The same few milliseconds of work, again and again."""
    cpu, wall = [], []
    for _ in range(repeats):
        cpu_from, wall_from = time.process_time_ns(), time.perf_counter_ns()
        sum(range(200_000))
        cpu.append(time.process_time_ns() - cpu_from)
        wall.append(time.perf_counter_ns() - wall_from)
    return ClockNoise(spread(cpu), spread(wall))


def spread(times: list[int]) -> float:
    """(90th percentile - minimum) / minimum."""
    ordered = sorted(times)
    least = max(1, ordered[0])
    return (ordered[len(ordered) * 9 // 10] - least) / least


def share(part: int, whole: int) -> float:
    return part / whole if whole > 0 else 0.0


def read_pressure(path: Path = Path("/proc/pressure/cpu")) -> float | None:
    """``some avg10=12.34 avg60=…``: per cent, as a share. Kernels before 4.20, and some that are told to, lack it."""
    for word in (read_text(path) or "").split():
        name, _, value = word.partition("=")
        if name == "avg10":
            return float(value) / 100
    return None


def read_stolen(path: Path = Path("/proc/stat")) -> tuple[int, int] | None:
    """(stolen, all) ticks of all cores since the start. The last two columns are counted within the first two."""
    fields = (read_text(path) or "").partition("\n")[0].split()
    if len(fields) < 9 or fields[0] != "cpu":
        return None
    ticks = [int(field) for field in fields[1:9]]
    return ticks[7], sum(ticks)
