"""The kernel: namespaces, system-call filter, version, and two switches that matter to whoever runs hostile code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sandbox.doctor.fact import Fact, Level
from sandbox.readings import Readings

OLDEST = (5, 4)
# From this version on, what it brings and what we do before it; the last three with control groups of version 2 only.
NEWER: tuple[tuple[tuple[int, int], bool, str], ...] = (
    ((5, 10), False, "no mount can refuse symbolic links (nosymfollow)"),
    ((5, 14), True, "a group's processes are killed one after the other (no cgroup.kill)"),
    ((5, 19), True, "a group's peak of memory is sampled (no memory.peak)"),
    ((6, 12), True, "a peak cannot be counted anew (memory.peak): after a large run, 20 ms go for a new group"),
)


def facts(r: Readings) -> Iterator[Fact]:
    yield _system(r)
    if r.system != "Linux":
        return
    yield _version(r)
    if r.backend == "native":
        yield _namespaces(r)
        yield _userns(r)
        yield _seccomp(r)
    if r.core_pattern is not None:
        yield _crashes(r.core_pattern)
    if r.address_randomisation is not None:
        yield _addresses(r.address_randomisation)


def _system(r: Readings) -> Fact:
    found = f"{r.system} {r.machine}, {r.cores} cores, user id {r.euid}; the {r.backend} sandbox"
    if r.backend != "native":
        return Fact("system", Level.GOOD, found)
    if r.system != "Linux":
        return Fact(
            "system", Level.MISSING, found, "the native sandbox is made of Linux's namespaces", "unset LANDAU_SANDBOX"
        )
    if r.machine not in ("x86_64", "aarch64"):
        return Fact("system", Level.MISSING, found, "the system-call filter knows x86_64 and aarch64 only")
    return Fact("system", Level.GOOD, found)


def version_of(release: str) -> tuple[int, int]:
    """``6.1.0-13-amd64`` → (6, 1); what cannot be read counts as new."""
    numbers = re.match(r"(\d+)\.(\d+)", release)
    return (int(numbers[1]), int(numbers[2])) if numbers else (999, 0)


def _version(r: Readings) -> Fact:
    version = version_of(r.kernel)
    newest = ".".join(map(str, NEWER[-1][0]))
    mend = f"a kernel of {newest} or newer: your distribution's hwe or backports kernel, for example"
    if version < OLDEST and r.backend == "native":
        means = "processes cannot be held by descriptors, so a cell could not be watched and killed safely"
        return Fact("kernel", Level.MISSING, r.kernel, means, mend)
    lacks = [
        what for since, only_groups, what in NEWER if version < since and (not only_groups or r.cgroup.version == 2)
    ]
    if not lacks or r.backend != "native":
        return Fact("kernel", Level.GOOD, r.kernel)
    if len(lacks) == len(NEWER):
        lacks.pop()  # said by the one before it
    return Fact("kernel", Level.WEAK, r.kernel, "; ".join(lacks), mend)


def _namespaces(r: Readings) -> Fact:
    needed = {name: why for name, why in r.namespaces.items() if not (name == "user" and r.euid == 0)}
    failed = {name: why for name, why in needed.items() if why is not None}
    if not failed:
        return Fact("namespaces", Level.GOOD, ", ".join(needed))
    found = "; ".join(f"{name}: {why}" for name, why in failed.items())
    means = "submitted code could not be kept from other processes, files and the network"
    return Fact("namespaces", Level.MISSING, found, means, _userns_mend(r))


def _userns_mend(r: Readings) -> str:
    switches = r.userns_sysctls
    if switches.get("kernel.unprivileged_userns_clone") == 0:
        return "sudo sysctl -w kernel.unprivileged_userns_clone=1"
    if switches.get("user.max_user_namespaces") == 0:
        return "sudo sysctl -w user.max_user_namespaces=15000"
    if switches.get("kernel.apparmor_restrict_unprivileged_userns") == 1:
        return "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
    return "in a container: start it with deploy/seccomp.json as compose.yaml does; else run as root"


def _userns(r: Readings) -> Fact:
    """The switches by which distributions turn user namespaces off. Root does not need them."""
    off = {
        "kernel.unprivileged_userns_clone": 0,
        "user.max_user_namespaces": 0,
        "kernel.apparmor_restrict_unprivileged_userns": 1,
    }
    shown = ", ".join(f"{name} = {value}" for name, value in r.userns_sysctls.items()) or "no switches"
    blocked = [name for name, value in r.userns_sysctls.items() if off.get(name) == value]
    if not blocked:
        return Fact("user namespaces", Level.GOOD, shown)
    if r.euid == 0:
        return Fact("user namespaces", Level.GOOD, shown, "root needs none; an ordinary user would", _userns_mend(r))
    return Fact("user namespaces", Level.WEAK, shown, "this host may refuse them to ordinary users", _userns_mend(r))


def _seccomp(r: Readings) -> Fact:
    if r.seccomp is None:
        return Fact("system-call filter", Level.GOOD, "seccomp filters load")
    means = "submitted code could ask the kernel for anything"
    mend = "sudo apt-get install libseccomp2" if "libseccomp" in r.seccomp else "a kernel with CONFIG_SECCOMP_FILTER"
    return Fact("system-call filter", Level.MISSING, r.seccomp, means, mend)


def _crashes(pattern: str) -> Fact:
    if not pattern.startswith("|"):
        return Fact("crashes", Level.GOOD, f"core_pattern = {pattern or '(empty)'}", "cells may write no core files")
    return Fact(
        "crashes",
        Level.WEAK,
        f"core_pattern = {pattern}",
        "a program that the host starts as root would be fed by whatever crashes, and a crash would take longer; cells "
        "forbid it with a limit, and nothing else stands between",
        "sudo sysctl -w kernel.core_pattern=core",
    )


def _addresses(level: int) -> Fact:
    found = f"randomize_va_space = {level}"
    if level == 2:
        means = "an attack does not know its addresses; runs differ a little, and counted instructions not at all"
        return Fact("address randomisation", Level.GOOD, found, means)
    means = "an attack on the interpreter knows where to jump; what that gains in quiet, counted instructions give too"
    return Fact("address randomisation", Level.WEAK, found, means, "sudo sysctl -w kernel.randomize_va_space=2")
