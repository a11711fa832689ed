"""Facts from readings: each lack is said, with what it means and what mends it."""

from __future__ import annotations

import errno
from dataclasses import replace
from typing import Any

import pytest

from sandbox.api import Accounting, Strength
from sandbox.doctor import Fact, Level, diagnose, possible
from sandbox.doctor.kernel import version_of
from sandbox.readings import Readings
from sandbox.readings.cpu import ClockNoise, Cpu, InstructionCounter, Stillness
from sandbox.readings.memory import Cgroup
from sandbox.readings.tools import Docker

QUIET_CPU = Cpu(
    smt=False, smt_switch="off", governors=("performance",), turbo=False, turbo_switch="/x/no_turbo", fast_cores=None,
    virtual=False,
)  # fmt: skip
GOOD = Readings(
    backend="native",
    system="Linux",
    machine="x86_64",
    kernel="6.12.3-arch1",
    euid=1000,
    cores=2,
    systemd=True,
    namespaces=dict.fromkeys(["user", "mount", "uts", "ipc", "pid", "net"]),
    userns_sysctls={"user.max_user_namespaces": 60000},
    seccomp=None,
    core_pattern="core",
    address_randomisation=2,
    cgroup=Cgroup(2, "/sys/fs/cgroup/x", True, ("cpu", "memory", "pids")),
    huge_pages="madvise",
    swap_bytes=0,
    swap_accounted=True,
    cpu=QUIET_CPU,
    counter=InstructionCounter(None, 2, False),
    noise=ClockNoise(0.02, 0.05),
    stillness=Stillness(0.1, 0.01, 0.0, 0.0),
    runner="/landau/.runner",
    runner_missing=(),
    valgrind="/usr/bin/valgrind",
    toolchains={"gcc": None, "jdk": None},
    docker=Docker(None, "27.0", ("seccomp", "rootless"), ("runc",), "landau-sandbox:1", True),
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
        ({"system": "Darwin"}, "system", Level.MISSING, "unset LANDAU_SANDBOX"),
        ({"machine": "riscv64"}, "system", Level.MISSING, ""),
        ({"kernel": "4.19.0-26"}, "kernel", Level.MISSING, "6.12"),
        ({"kernel": "6.1.0-13-amd64"}, "kernel", Level.WEAK, "6.12"),
        ({"kernel": "5.4.0", "cgroup": Cgroup(1, "/g", True, ("memory", "pids"))}, "kernel", Level.WEAK, "6.12"),
        ({"core_pattern": "|/usr/share/apport/apport -p%p"}, "crashes", Level.WEAK, "core_pattern=core"),
        ({"address_randomisation": 0}, "address randomisation", Level.WEAK, "randomize_va_space=2"),
        ({"huge_pages": "always"}, "huge pages", Level.WEAK, "echo madvise"),
        ({"cpu": replace(QUIET_CPU, smt=True, smt_switch="on")}, "hyper-threading", Level.WEAK, "smt/control"),
        (
            {"cpu": replace(QUIET_CPU, smt=True, smt_switch="notimplemented")},
            "hyper-threading", Level.WEAK, "command line",
        ),
        ({"cpu": replace(QUIET_CPU, governors=("powersave",))}, "governor", Level.WEAK, "echo performance"),
        (
            {"cpu": replace(QUIET_CPU, turbo=True, turbo_switch="/s/intel_pstate/no_turbo")},
            "turbo", Level.WEAK, "echo 1 | sudo tee /s/intel_pstate/no_turbo",
        ),
        (
            {"cpu": replace(QUIET_CPU, turbo=True, turbo_switch="/s/cpufreq/boost")},
            "turbo", Level.WEAK, "echo 0 | sudo tee /s/cpufreq/boost",
        ),
        ({"cpu": replace(QUIET_CPU, fast_cores="0-7")}, "cores", Level.WEAK, "taskset --cpu-list 0-7"),
        (
            {"cpu": replace(QUIET_CPU, virtual=True), "stillness": Stillness(0.1, 0.0, 0.2, 0.01)},
            "virtual machine", Level.WEAK, "cores of its own",
        ),
        (
            {"cpu": replace(QUIET_CPU, virtual=True), "stillness": Stillness(0.1, 0.0, 0.0, 0.05)},
            "virtual machine", Level.WEAK, "cores of its own",
        ),
        (
            {"cpu": replace(QUIET_CPU, virtual=True), "stillness": Stillness(0.1, 0.0, None, None)},
            "virtual machine", Level.NOTE, "",
        ),
        ({"stillness": Stillness(0.1, 0.9, 0.0, 0.0)}, "quiet", Level.WEAK, "ps -eo"),
        ({"stillness": Stillness(3.5, None, 0.0, 0.0)}, "quiet", Level.WEAK, "ps -eo"),
        (
            {"toolchains": {"gcc": None, "node": "apt install nodejs", "go": "apt install golang-go"}},
            "languages", Level.NOTE, "sudo apt-get install nodejs golang-go",
        ),
        ({"docker": Docker("connection refused")}, "docker", Level.NOTE, ""),
        ({"docker": Docker("connection refused"), "backend": "docker"}, "docker", Level.MISSING, "usermod -aG docker"),
        (
            {"docker": replace(GOOD.docker, has_image=False), "backend": "docker"},
            "docker", Level.MISSING, "make sandbox-image",
        ),
        (
            {"docker": replace(GOOD.docker, security=("apparmor",)), "backend": "docker"},
            "docker", Level.WEAK, "seccomp",
        ),
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
        (
            {"counter": InstructionCounter(errno.EACCES, 3, False)},
            "instruction counter", Level.WEAK, "kernel.perf_event_paranoid=2",
        ),
        (
            {"counter": InstructionCounter(errno.EPERM, 2, True)},
            "instruction counter", Level.WEAK, "--cap-add PERFMON",
        ),
        (
            {"counter": InstructionCounter(errno.ENOENT, 2, False), "cpu": replace(QUIET_CPU, virtual=True)},
            "instruction counter", Level.NOTE, "virtual PMU",
        ),
        ({"counter": InstructionCounter(errno.EOPNOTSUPP, 2, False)}, "instruction counter", Level.NOTE, ""),
        ({"counter": InstructionCounter(errno.ENOSYS, None, False)}, "instruction counter", Level.NOTE, ""),
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


@pytest.mark.parametrize(
    ("changes", "name", "word"),
    [
        ({"kernel": "6.1.0", "cgroup": Cgroup(1, "/g", True, ("memory", "pids"))}, "kernel", "6.1.0"),
        ({"kernel": "a kernel of our own"}, "kernel", "a kernel of our own"),
        ({"swap_bytes": 2**30}, "swap", "1.0 GB"),
        ({"cpu": replace(QUIET_CPU, virtual=True)}, "hyper-threading", "as far as this virtual machine is told"),
        ({"cpu": replace(QUIET_CPU, virtual=True)}, "virtual machine", "0.0% of its time went to others"),
        (
            {"stillness": Stillness(9.0, 0.1, 0.0, 0.0)},
            "quiet",
            "load 9.0",
        ),  # of the minute before the last ten seconds
        ({"stillness": Stillness(None, None, None, None)}, "quiet", "2 cores"),
        ({"core_pattern": "/var/core/%p"}, "crashes", "/var/core/%p"),
        ({"docker": replace(GOOD.docker, has_image=False)}, "docker", "not used"),
    ],
)
def test_what_does_no_harm_is_good(changes: dict[str, Any], name: str, word: str) -> None:
    fact = facts(**changes)[name]
    assert fact.level is Level.GOOD and not fact.mend
    assert word in fact.found


def test_what_a_host_does_not_tell_is_no_fact() -> None:
    silent = Cpu(None, None, (), None, "", None, False)
    found = facts(core_pattern=None, address_randomisation=None, huge_pages=None, cpu=silent)
    absent = {"crashes", "address randomisation", "huge pages", "hyper-threading", "governor", "turbo", "cores"}
    assert not absent & set(found) and {"quiet", "clock"} < set(found)


def test_a_laptop_whose_cells_are_containers_needs_no_linux_of_its_own() -> None:
    found = facts(
        backend="docker", system="Darwin", machine="arm64", kernel="23.5.0", seccomp="libseccomp cannot be loaded: x",
        namespaces={"user": "only Linux has them"}, cgroup=Cgroup(0), runner_missing=None, core_pattern=None,
        address_randomisation=None, huge_pages=None, strength=Strength("docker", Accounting.CGROUP_V2, True),
    )  # fmt: skip
    assert possible(list(found.values()))
    assert not {"kernel", "namespaces", "control groups", "environment of submissions"} & set(found)


def test_an_old_kernel_is_told_each_lack_once() -> None:
    means = facts(kernel="5.4.0")["kernel"].means
    assert "nosymfollow" in means and "cgroup.kill" in means
    assert means.count("memory.peak") == 1
    assert "nosymfollow" not in facts(kernel="5.15.0")["kernel"].means


@pytest.mark.parametrize(("release", "version"), [("6.1.0-13-amd64", (6, 1)), ("5.10", (5, 10)), ("odd", (999, 0))])
def test_a_release_has_a_version(release: str, version: tuple[int, int]) -> None:
    assert version_of(release) == version


def test_root_needs_no_user_namespace() -> None:
    found = facts(euid=0, namespaces={"user": "EPERM", "mount": None}, userns_sysctls={"user.max_user_namespaces": 0})
    assert found["namespaces"].level is Level.GOOD and found["user namespaces"].level is Level.GOOD
