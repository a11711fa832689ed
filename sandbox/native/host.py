"""What this host offers the sandbox. Small probes, also for `judge doctor`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sandbox.api import Accounting, SandboxError, Strength
from sandbox.native.cgroup import Groups, parse_mounts, parse_own
from sandbox.native.cgroup_v1 import GroupsV1
from sandbox.native.cgroup_v2 import GroupsV2

_CAP_SYS_ADMIN = 21


@dataclass(frozen=True, slots=True)
class Facts:
    """`user_namespace`: the sandbox has no privilege here and makes its namespaces inside one of its own."""

    privileged: bool

    @property
    def user_namespace(self) -> bool:
        return not self.privileged


ORDINARY = Facts(privileged=False)


def look() -> Facts:
    """Raises SandboxError where this cannot be Linux."""
    if not hasattr(os, "pidfd_open") or not Path("/proc/self/status").exists():
        raise SandboxError("the native sandbox needs Linux 5.4 or newer with /proc mounted")
    privileged = bool(effective_capabilities() >> _CAP_SYS_ADMIN & 1) and os.geteuid() == 0
    return Facts(privileged)


def effective_capabilities() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("CapEff:"):
            return int(line.split()[1], 16)
    return 0


def find_groups() -> Groups | None:
    """The best place for cgroups that this process may use; None where there is none."""
    mounts = parse_mounts(Path("/proc/self/mountinfo").read_text())
    own = parse_own(Path("/proc/self/cgroup").read_text())
    return GroupsV2.find(mounts, own) or GroupsV1.find(mounts, own)


def strength(facts: Facts, accounting: Accounting, counts_instructions: bool = False) -> Strength:
    weaknesses = []
    if accounting is Accounting.SAMPLED:
        weaknesses.append(
            "No cgroup can be used: memory is sampled every few milliseconds, so a short peak may be missed, "
            "and files in /tmp are limited but not counted as memory."
        )
        if facts.user_namespace and os.geteuid() == 0:
            weaknesses.append(
                "Root that may not make namespaces, and no cgroup: the kernel does not limit how many processes a cell "
                "starts. Run as an ordinary user instead."
            )
    return Strength("native", accounting, not weaknesses, tuple(weaknesses), counts_instructions)
