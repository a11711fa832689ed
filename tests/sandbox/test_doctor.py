"""Facts from readings: each lack is said, with what it means and what mends it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sandbox.api import Accounting, SandboxError, Strength
from sandbox.doctor import Fact, Level, diagnose, possible
from sandbox.readings import Cgroup, ClockNoise, Readings, collect, in_child, read_cgroup, read_runner, spread

GOOD = Readings(
    system="Linux",
    machine="x86_64",
    kernel="6.1",
    euid=1000,
    cores=2,
    load=0.1,
    systemd=True,
    namespaces=dict.fromkeys(["user", "mount", "uts", "ipc", "pid", "net"]),
    userns_sysctls={"user.max_user_namespaces": 60000},
    cgroup=Cgroup(2, "/sys/fs/cgroup/x", True, ("cpu", "memory", "pids")),
    seccomp=None,
    runner="/landau/.runner",
    runner_missing=(),
    valgrind="/usr/bin/valgrind",
    swap_bytes=0,
    swap_accounted=True,
    noise=ClockNoise(0.02, 0.05),
    strength=Strength("native", Accounting.CGROUP_V2, True),
    sandbox_error=None,
)

SAMPLED = Strength("native", Accounting.SAMPLED, False, ("No cgroup can be used.",))


def facts(**changes: Any) -> dict[str, Fact]:
    return {fact.name: fact for fact in diagnose(replace(GOOD, **changes))}


def test_a_good_host_is_all_good() -> None:
    assert {fact.level for fact in facts().values()} == {Level.GOOD}
    assert possible(diagnose(GOOD))


@pytest.mark.parametrize(
    ("changes", "name", "level", "mend"),
    [
        ({"system": "Darwin"}, "system", Level.MISSING, "docker compose up"),
        ({"machine": "riscv64"}, "system", Level.MISSING, ""),
        (
            {"namespaces": {"user": "EPERM"}, "userns_sysctls": {"kernel.unprivileged_userns_clone": 0}},
            "namespaces", Level.MISSING, "sysctl -w kernel.unprivileged_userns_clone=1",
        ),
        (
            {"namespaces": {"user": "EACCES"}, "userns_sysctls": {"kernel.apparmor_restrict_unprivileged_userns": 1}},
            "namespaces", Level.MISSING, "apparmor_restrict_unprivileged_userns=0",
        ),
        ({"namespaces": {"user": "EPERM"}}, "namespaces", Level.MISSING, "deploy/seccomp.json"),
        ({"userns_sysctls": {"user.max_user_namespaces": 0}}, "user namespaces", Level.WEAK, "namespaces=15000"),
        ({"cgroup": Cgroup(0), "strength": SAMPLED}, "control groups", Level.WEAK, "Delegate=yes"),
        (
            {"cgroup": Cgroup(1, "/g", False, ("memory", "pids")), "strength": SAMPLED},
            "control groups", Level.WEAK, "Delegate=yes",
        ),
        ({"strength": SAMPLED}, "control groups", Level.WEAK, "Delegate=yes"),
        (
            {"cgroup": Cgroup(2, "/g", True, ("cpu",)), "systemd": False, "strength": SAMPLED},
            "control groups", Level.WEAK, "chown",
        ),
        ({"seccomp": "libseccomp cannot be loaded: x"}, "system-call filter", Level.MISSING, "install libseccomp2"),
        ({"seccomp": "Invalid argument"}, "system-call filter", Level.MISSING, "CONFIG_SECCOMP_FILTER"),
        ({"runner_missing": None}, "environment of submissions", Level.MISSING, "make setup"),
        ({"runner_missing": ("pandas",)}, "environment of submissions", Level.WEAK, "make setup"),
        ({"valgrind": None}, "valgrind", Level.WEAK, "apt-get install valgrind"),
        ({"swap_bytes": 2**30, "swap_accounted": False}, "swap", Level.WEAK, "swapoff"),
        ({"noise": ClockNoise(0.9, 2.0)}, "clock", Level.WEAK, "close"),
        ({"strength": None, "sandbox_error": "no"}, "sandbox", Level.MISSING, "above"),
        (
            {"strength": SAMPLED},
            "sandbox", Level.WEAK, "loopback",
        ),
    ],
)  # fmt: skip
def test_each_lack_is_said_with_what_mends_it(changes: dict[str, Any], name: str, level: Level, mend: str) -> None:
    fact = facts(**changes)[name]
    assert fact.level is level
    assert mend in fact.mend
    assert possible(diagnose(replace(GOOD, **changes))) is (level is not Level.MISSING)


def test_root_needs_no_user_namespace() -> None:
    found = facts(euid=0, namespaces={"user": "EPERM", "mount": None}, userns_sysctls={"user.max_user_namespaces": 0})
    assert found["namespaces"].level is Level.GOOD and found["user namespaces"].level is Level.GOOD


def test_readings_of_this_host_tell_a_sandbox_that_fails_from_one_that_runs(tmp_path: Path) -> None:
    def fails() -> Strength:
        raise SandboxError("no user namespaces")

    strong = Strength("native", Accounting.CGROUP_V2, True)
    assert collect(tmp_path, fails).sandbox_error == "no user namespaces"
    read = collect(tmp_path, lambda: strong)
    assert read.strength == strong and read.sandbox_error is None
    assert read.runner_missing is None  # an empty folder is no environment
    assert set(read.namespaces) == {"user", "mount", "uts", "ipc", "pid", "net"}
    assert diagnose(read)


def test_cgroup_version_2_below_where_we_stand(tmp_path: Path) -> None:
    group = tmp_path / "cgroup/user.slice/x"
    group.mkdir(parents=True)
    (tmp_path / "cgroup/cgroup.controllers").write_text("cpu memory pids\n")
    (group / "cgroup.controllers").write_text("memory pids\n")
    (group / "cgroup.subtree_control").write_text("")
    own = tmp_path / "own"
    own.write_text("0::/user.slice/x\n")
    assert read_cgroup(tmp_path / "cgroup", own) == Cgroup(2, str(group), True, ("memory", "pids"))


def test_cgroup_version_1_in_a_container_whose_path_is_the_hosts(tmp_path: Path) -> None:
    for name in ("memory", "pids", "cpuacct"):
        (tmp_path / "cgroup" / name).mkdir(parents=True)
    own = tmp_path / "own"
    own.write_text("3:memory:/docker/abc\n2:cpu,cpuacct:/docker/abc\n0::/\n")
    found = read_cgroup(tmp_path / "cgroup", own)
    assert (found.version, found.folder, found.writable) == (1, str(tmp_path / "cgroup/memory"), True)
    assert found.controllers == ("memory", "cpuacct", "pids")


def test_no_cgroup(tmp_path: Path) -> None:
    assert read_cgroup(tmp_path, tmp_path / "none") == Cgroup(0)
    (tmp_path / "own").write_text("0::/\n")
    assert read_cgroup(tmp_path, tmp_path / "own") == Cgroup(0)


def test_a_runner_without_python(tmp_path: Path) -> None:
    assert read_runner(tmp_path) is None


def test_what_fails_in_a_child_stays_there() -> None:
    def fail() -> None:
        raise OSError(1, "Operation not permitted")

    assert "not permitted" in (in_child(fail) or "")
    assert in_child(lambda: None) is None


def test_spread() -> None:
    assert spread([100] * 10) == 0
    assert spread([100] * 8 + [150] * 2) == 0.5
