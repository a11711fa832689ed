"""What is read of a host: from recorded files, and of this one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sandbox.api import Accounting, SandboxError, Strength
from sandbox.doctor import diagnose
from sandbox.readings import collect
from sandbox.readings.cpu import Cpu, read_cpu, read_pressure, read_stolen, share, spread
from sandbox.readings.kernel import in_child, read_number, read_text
from sandbox.readings.memory import Cgroup, read_cgroup, read_huge_pages, read_swap_bytes
from sandbox.readings.tools import Docker, read_docker, read_runner, read_toolchains


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


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_a_desktop_processor(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        {
            "system/cpu/smt/active": "1\n",
            "system/cpu/smt/control": "on\n",
            "system/cpu/intel_pstate/no_turbo": "0\n",
            "system/cpu/cpu0/cpufreq/scaling_governor": "powersave\n",
            "system/cpu/cpu1/cpufreq/scaling_governor": "performance\n",
            "system/cpu/cpu2/cpufreq/scaling_governor": "powersave\n",
            "cpu_core/cpus": "0-7\n",
            "cpu_atom/cpus": "8-15\n",
        },
    )
    (tmp_path / "cpuinfo").write_text("processor\t: 0\nflags\t\t: fpu vmx\nvmx flags\t: hypervisor\n")
    switch = str(root / "system/cpu/intel_pstate/no_turbo")
    expected = Cpu(True, "on", ("performance", "powersave"), True, switch, "0-7", False)
    assert read_cpu(root, tmp_path / "cpuinfo") == expected


def test_a_virtual_processor(tmp_path: Path) -> None:
    root = write(tmp_path, {"system/cpu/smt/active": "0", "system/cpu/cpufreq/boost": "1", "cpu_core/cpus": "0-3"})
    (tmp_path / "cpuinfo").write_text("flags\t\t: fpu hypervisor lm\nbugs\t: spectre\n")
    found = read_cpu(root, tmp_path / "cpuinfo")
    assert (found.smt, found.governors, found.fast_cores, found.virtual) == (False, (), None, True)
    assert (found.turbo, found.turbo_switch) == (True, str(root / "system/cpu/cpufreq/boost"))


def test_a_processor_that_tells_nothing(tmp_path: Path) -> None:
    assert read_cpu(tmp_path, tmp_path / "none") == Cpu(None, None, (), None, "", None, False)


def test_pressure_and_stolen_time(tmp_path: Path) -> None:
    files = {
        "pressure": "some avg10=12.50 avg60=1.00 avg300=0.00 total=5\nfull avg10=3.00 avg60=0.00 avg300=0.00 total=0\n",
        "stat": "cpu  10 1 2 70 3 0 4 10 5 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n",
        "short": "cpu 1 2 3\n",
    }
    write(tmp_path, files)
    assert read_pressure(tmp_path / "pressure") == 0.125
    assert read_pressure(tmp_path / "none") is None
    assert read_stolen(tmp_path / "stat") == (10, 100)
    assert read_stolen(tmp_path / "short") is None and read_stolen(tmp_path / "none") is None
    assert (share(1, 4), share(0, 0)) == (0.25, 0.0)


def test_memory_switches(tmp_path: Path) -> None:
    write(tmp_path, {"enabled": "always [madvise] never\n", "meminfo": "MemTotal: 9 kB\nSwapTotal:  2048 kB\n"})
    assert read_huge_pages(tmp_path / "enabled") == "madvise"
    assert read_huge_pages(tmp_path / "none") is None
    assert read_swap_bytes(tmp_path / "meminfo") == 2 << 20
    assert read_swap_bytes(tmp_path / "none") == 0


def test_a_file_that_is_not_there_or_no_number(tmp_path: Path) -> None:
    write(tmp_path, {"word": "on\n", "number": " 7\n"})
    assert read_text(tmp_path / "word") == "on"
    assert (read_number(tmp_path / "number"), read_number(tmp_path / "word"), read_number(tmp_path)) == (7, None, None)


def test_toolchains_are_there_or_have_a_command() -> None:
    found = read_toolchains()
    assert "gcc" in found
    assert all(install is None or install.startswith("apt install ") for install in found.values())


def test_an_engine_that_does_not_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/none.sock")
    found = read_docker()
    assert found.error and "\n" not in found.error


class Engine:
    """What the SDK says, recorded."""

    def __init__(self, **_settings: Any) -> None:
        self.closed = False

    def info(self) -> dict[str, Any]:
        return {
            "ServerVersion": "20.10.24",
            "SecurityOptions": ["name=apparmor", "name=seccomp,profile=default"],
            "Runtimes": {"runc": {}, "io.containerd.runc.v2": {}, "runsc": {}},
        }

    def images(self, name: str) -> list[str]:
        return [name] if name == "landau-sandbox:built" else []

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize(("image", "there"), [("landau-sandbox:built", True), ("other:1", False)])
def test_an_engine_says_what_it_is(monkeypatch: pytest.MonkeyPatch, image: str, there: bool) -> None:
    monkeypatch.setattr("docker.APIClient", Engine)
    monkeypatch.setenv("LANDAU_DOCKER_IMAGE", image)
    assert read_docker() == Docker(None, "20.10.24", ("apparmor", "seccomp"), ("runc", "runsc"), image, there)
