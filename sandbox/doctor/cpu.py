"""The processor: what makes the same work take another time, and whether it is quiet now."""

from __future__ import annotations

import errno
from collections.abc import Iterator

from sandbox.doctor.fact import Fact, Level
from sandbox.readings import Readings

NOISY = 0.25  # spread of CPU time above which single measurements say little
WAITING = 0.25  # share of time in which something waited for a core
STOLEN = 0.02
EVERY_GOVERNOR = "/sys/devices/system/cpu/cpu*/cpufreq/scaling_governor"


def facts(r: Readings) -> Iterator[Fact]:
    if r.cpu.smt is not None:
        yield _smt(r)
    if r.cpu.governors:
        yield _governor(r)
    if r.cpu.turbo is not None:
        yield _turbo(r)
    if r.cpu.fast_cores is not None:
        yield _two_kinds(r.cpu.fast_cores)
    if r.cpu.virtual:
        yield _virtual(r)
    yield _stillness(r)
    yield _clock(r)
    if r.system == "Linux" and r.backend == "native":
        yield _counter(r)


def _smt(r: Readings) -> Fact:
    if not r.cpu.smt:
        found = "off, as far as this virtual machine is told" if r.cpu.virtual else "off"
        return Fact("hyper-threading", Level.GOOD, found)
    switchable = r.cpu.smt_switch in ("on", None)
    return Fact(
        "hyper-threading",
        Level.WEAK,
        "on",
        "two runs that share a core slow each other, and each is charged for it",
        "echo off | sudo tee /sys/devices/system/cpu/smt/control"
        if switchable
        else "start the kernel with `nosmt` on its command line",
    )


def _governor(r: Readings) -> Fact:
    found = ", ".join(r.cpu.governors)
    if r.cpu.governors == ("performance",):
        return Fact("governor", Level.GOOD, found)
    return Fact(
        "governor",
        Level.WEAK,
        found,
        "the frequency follows the load: a short run takes more CPU time than the same work in a long one",
        f"echo performance | sudo tee {EVERY_GOVERNOR}",
    )


def _turbo(r: Readings) -> Fact:
    if not r.cpu.turbo:
        return Fact("turbo", Level.GOOD, "off")
    value = 1 if r.cpu.turbo_switch.endswith("no_turbo") else 0
    return Fact(
        "turbo",
        Level.WEAK,
        "on",
        "the same work takes longer when the processor is warm or its other cores are busy",
        f"echo {value} | sudo tee {r.cpu.turbo_switch}",
    )


def _two_kinds(fast: str) -> Fact:
    return Fact(
        "cores",
        Level.WEAK,
        f"of two kinds; the fast ones are {fast}",
        "the same work takes longer on a slow core",
        f"taskset --cpu-list {fast} judge serve",
    )


def _virtual(r: Readings) -> Fact:
    now, ever = r.stillness.stolen, r.stillness.stolen_ever
    if now is None or ever is None:
        return Fact("virtual machine", Level.NOTE, "yes; it does not tell what others take")
    found = f"yes; {now:.1%} of its time went to others just now, {ever:.1%} since its start"
    if max(now, ever) <= STOLEN:
        return Fact("virtual machine", Level.GOOD, found)
    means = "time that others took may be charged to a run; repeats and the reference beside it make up for most"
    return Fact("virtual machine", Level.WEAK, found, means, "a machine with cores of its own")


def _stillness(r: Readings) -> Fact:
    still = r.stillness
    found = f"{r.cores} cores" if still.load is None else f"load {still.load:.1f} on {r.cores} cores"
    if still.pressure is not None:
        found += f"; something waited for a core {still.pressure:.0%} of the last ten seconds"
    busy = (still.load or 0.0) > r.cores if still.pressure is None else still.pressure > WAITING
    if not busy:
        return Fact("quiet", Level.GOOD, found)
    return Fact(
        "quiet",
        Level.WEAK,
        found,
        "runs wait for a core: they come nearer to their wall limit, and find caches that others have emptied; reports "
        "made now say that the host was busy",
        "close what else is running (`ps -eo pcpu,pid,args --sort=-pcpu | head`)",
    )


def _clock(r: Readings) -> Fact:
    found = (
        f"the same work takes up to {r.noise.cpu_spread:.0%} more CPU and {r.noise.wall_spread:.0%} more wall time "
        "than at best"
    )
    if r.noise.cpu_spread <= NOISY:
        return Fact("clock", Level.GOOD, found, "verdicts use CPU time, beside the reference's in the same minute")
    return Fact(
        "clock",
        Level.WEAK,
        found,
        "growth takes more repeats, and more of it may be decided by counted instructions",
        "mend what is marked above, and close what else is running",
    )


def _counter(r: Readings) -> Fact:
    """The processor's own count of executed instructions, which a busy machine does not move."""
    name, code = "instruction counter", r.counter.refused
    if code is None:
        return Fact(
            name, Level.GOOD, "the processor's, in every run", "growth is decided by counted instructions first"
        )
    without = "growth is decided by CPU time first, and by callgrind's counts where time cannot tell"
    if code in (errno.ENOENT, errno.ENODEV, errno.EOPNOTSUPP):
        if r.cpu.virtual:
            mend = "a virtual machine with a virtual PMU (libvirt: <pmu state='on'/>, most clouds: a metal instance)"
            return Fact(name, Level.NOTE, "none: this virtual machine has no performance counters", without, mend)
        return Fact(name, Level.NOTE, "none: the kernel does not know this processor's", without)
    if code not in (errno.EACCES, errno.EPERM):
        return Fact(name, Level.NOTE, f"none: the kernel has no perf_event_open ({errno.errorcode[code]})", without)
    if r.counter.filtered:
        found, mend = (
            "refused by the system-call filter of this container",
            "--cap-add PERFMON, or run on the host itself",
        )
    else:
        found = f"refused: kernel.perf_event_paranoid = {r.counter.paranoid}"
        mend = "sudo sysctl -w kernel.perf_event_paranoid=2, or give this process CAP_PERFMON"
    return Fact(name, Level.WEAK, found, without, mend)
