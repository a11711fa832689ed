"""What this host can enforce, what that means for a verdict, and the command that mends what is missing.

Readings in, facts out: everything here is pure; `readings.collect` does the looking.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sandbox.api import Accounting
from sandbox.readings import Readings

NOISY = 0.25  # spread of CPU time above which single measurements say little


class Level(StrEnum):
    GOOD = "good"
    WEAK = "weak"  # it works, but something is not enforced or not measured as well as it could be
    MISSING = "missing"  # no sandbox without it


@dataclass(frozen=True, slots=True)
class Fact:
    name: str
    level: Level
    found: str  # what is there
    means: str = ""  # for a verdict
    mend: str = ""  # a command, or what to ask for


def diagnose(readings: Readings) -> list[Fact]:
    """All facts, the proof (a program run in the sandbox) last."""
    return [
        _system(readings),
        _namespaces(readings),
        *_userns(readings),
        _cgroup(readings),
        _seccomp(readings),
        _runner(readings),
        _valgrind(readings),
        _swap(readings),
        _clock(readings),
        *_proof(readings),
    ]


def possible(facts: list[Fact]) -> bool:
    """Whether submissions can be judged here at all."""
    return all(fact.level is not Level.MISSING for fact in facts)


def _system(r: Readings) -> Fact:
    found = f"{r.system} {r.kernel} {r.machine}, {r.cores} cores, user id {r.euid}"
    if r.system != "Linux":
        return Fact("system", Level.MISSING, found, "the sandbox is made of Linux's namespaces", "docker compose up")
    if r.machine not in ("x86_64", "aarch64"):
        return Fact("system", Level.MISSING, found, "the system-call filter knows x86_64 and aarch64 only")
    return Fact("system", Level.GOOD, found)


def _namespaces(r: Readings) -> Fact:
    needed = {name: why for name, why in r.namespaces.items() if not (name == "user" and r.euid == 0)}
    failed = {name: why for name, why in needed.items() if why is not None}
    if not failed:
        return Fact("namespaces", Level.GOOD, ", ".join(needed))
    found = "; ".join(f"{name}: {why}" for name, why in failed.items())
    return Fact(
        "namespaces",
        Level.MISSING,
        found,
        "submitted code could not be kept from other processes, files and the network",
        _userns_mend(r),
    )


def _userns_mend(r: Readings) -> str:
    switches = r.userns_sysctls
    if switches.get("kernel.unprivileged_userns_clone") == 0:
        return "sudo sysctl -w kernel.unprivileged_userns_clone=1"
    if switches.get("user.max_user_namespaces") == 0:
        return "sudo sysctl -w user.max_user_namespaces=15000"
    if switches.get("kernel.apparmor_restrict_unprivileged_userns") == 1:
        return "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
    return "in a container: start it with deploy/seccomp.json as compose.yaml does; else run as root"


def _userns(r: Readings) -> Iterator[Fact]:
    """The switches by which distributions turn user namespaces off. Root does not need them."""
    off = {
        "kernel.unprivileged_userns_clone": 0,
        "user.max_user_namespaces": 0,
        "kernel.apparmor_restrict_unprivileged_userns": 1,
    }
    shown = ", ".join(f"{name} = {value}" for name, value in r.userns_sysctls.items()) or "no switches"
    blocked = [name for name, value in r.userns_sysctls.items() if off.get(name) == value]
    if r.system != "Linux":
        return
    if not blocked:
        yield Fact("user namespaces", Level.GOOD, shown)
    elif r.euid == 0:
        yield Fact("user namespaces", Level.GOOD, shown, "root needs none; an ordinary user would", _userns_mend(r))
    else:
        yield Fact("user namespaces", Level.WEAK, shown, "this host may refuse them to ordinary users", _userns_mend(r))


def _cgroup(r: Readings) -> Fact:
    group = r.cgroup
    scope = "systemd-run --user --scope -p Delegate=yes make run"
    sampled = (
        "CPU and memory are read from the processes themselves and sampled: right, but short peaks can be missed, "
        "and limits act some milliseconds later"
    )
    if group.version == 0:
        mend = scope if r.systemd else "mount one: sudo mount -t cgroup2 none /sys/fs/cgroup"
        return Fact("control groups", Level.WEAK, "none", sampled, mend)
    lacking = [name for name in ("memory", "pids") if name not in group.controllers]
    used = r.strength is not None and r.strength.accounting is not Accounting.SAMPLED
    where = f"version {group.version}, {group.folder}"
    if used or (r.strength is None and group.writable and not lacking):
        means = "CPU and peak memory come from the kernel's own accounting"
        return Fact("control groups", Level.GOOD, f"{where}: {' '.join(group.controllers)}", means)
    why = "could not be used"
    if not group.writable:
        why = "not ours to write"
    elif lacking:
        why = f"without {' and '.join(lacking)}"
    mend = scope if r.systemd else "run as root, or have the group's folder given to this user (chown)"
    return Fact("control groups", Level.WEAK, f"{where}: {why}", sampled, mend)


def _seccomp(r: Readings) -> Fact:
    if r.seccomp is None:
        return Fact("system-call filter", Level.GOOD, "seccomp filters load")
    return Fact(
        "system-call filter",
        Level.MISSING,
        r.seccomp,
        "submitted code could ask the kernel for anything",
        "sudo apt-get install libseccomp2" if "libseccomp" in r.seccomp else "a kernel with CONFIG_SECCOMP_FILTER",
    )


def _runner(r: Readings) -> Fact:
    if r.runner_missing is None:
        return Fact(
            "environment of submissions", Level.MISSING, f"{r.runner}: no Python starts there", "nothing can be run",
            "make setup",
        )  # fmt: skip
    if r.runner_missing:
        lacking = ", ".join(r.runner_missing)
        return Fact(
            "environment of submissions", Level.WEAK, f"{r.runner}: without {lacking}",
            "problems that need them end in a judge error", "make setup",
        )  # fmt: skip
    return Fact("environment of submissions", Level.GOOD, r.runner)


def _valgrind(r: Readings) -> Fact:
    if r.valgrind:
        return Fact("valgrind", Level.GOOD, r.valgrind, "what time cannot decide is decided by counted instructions")
    return Fact(
        "valgrind",
        Level.WEAK,
        "not installed",
        "growth that time cannot decide stays inconclusive (and is accepted, marked as such)",
        "sudo apt-get install valgrind",
    )


def _swap(r: Readings) -> Fact:
    size = f"{r.swap_bytes / 2**30:.1f} GB" if r.swap_bytes else "none"
    if not r.swap_bytes or (r.swap_accounted and r.cgroup.writable):
        return Fact("swap", Level.GOOD, size)
    return Fact("swap", Level.WEAK, size, "memory that is swapped out may escape a peak's count", "sudo swapoff -a")


def _clock(r: Readings) -> Fact:
    found = (
        f"the same work takes up to {r.noise.cpu_spread:.0%} more CPU and {r.noise.wall_spread:.0%} more wall time; "
        f"load {r.load:.1f} on {r.cores} cores"
    )
    if r.noise.cpu_spread <= NOISY:
        return Fact("clock", Level.GOOD, found, "verdicts use CPU time, beside the reference's in the same minute")
    return Fact(
        "clock",
        Level.WEAK,
        found,
        "growth takes more repeats, and more of it may be decided by counted instructions",
        "close what else is running",
    )


def _proof(r: Readings) -> Iterator[Fact]:
    if r.strength is None:
        yield Fact(
            "sandbox",
            Level.MISSING,
            r.sandbox_error or "it did not start",
            "nothing can be judged",
            "see the lines above",
        )
        return
    ways = {
        Accounting.CGROUP_V2: "figures from cgroup v2",
        Accounting.CGROUP_V1: "figures from cgroup v1",
        Accounting.SAMPLED: "figures from process clocks and samples",
    }
    found = f"{r.strength.backend}: a program ran in it; {ways[r.strength.accounting]}"
    if r.strength.strong:
        yield Fact("sandbox", Level.GOOD, found, "every point of the trust line is enforced")
    else:
        means = "; ".join(r.strength.weaknesses) or "not every point of the trust line is enforced"
        yield Fact(
            "sandbox", Level.WEAK, found, means, "mend the lines above marked weak; `judge serve` stays on loopback"
        )
