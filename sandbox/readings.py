"""What this host says about itself, read and tried on the spot. `doctor` turns the readings into facts."""

from __future__ import annotations

import ctypes
import os
import platform
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sandbox.api import SandboxError, Strength

NAMESPACES = {
    "mount": 0x00020000,
    "uts": 0x04000000,
    "ipc": 0x08000000,
    "pid": 0x20000000,
    "net": 0x40000000,
}
NEW_USER = 0x10000000
RUNNER_PACKAGES = ("numpy", "pandas", "duckdb")


@dataclass(frozen=True, slots=True)
class Cgroup:
    """Which control groups there are, and whether we may make our own below where we stand."""

    version: int  # 2, 1, or 0 for none
    folder: str = ""  # where we stand
    writable: bool = False
    controllers: tuple[str, ...] = ()  # that our groups could use


@dataclass(frozen=True, slots=True)
class ClockNoise:
    """The same work done over and over: how far its times lie apart, relative to the quickest."""

    cpu_spread: float  # (90th percentile - minimum) / minimum of CPU time
    wall_spread: float


@dataclass(frozen=True, slots=True)
class Readings:
    system: str
    machine: str
    kernel: str
    euid: int
    cores: int
    load: float  # runnable processes, one-minute mean
    systemd: bool
    namespaces: dict[str, str | None]  # name to why it cannot be made; None: it can
    userns_sysctls: dict[str, int]
    cgroup: Cgroup
    seccomp: str | None  # why not; None: filters work
    runner: str
    runner_missing: tuple[str, ...] | None  # packages that are not there; None: no environment at all
    valgrind: str | None
    swap_bytes: int
    swap_accounted: bool  # a cgroup can forbid swapping
    noise: ClockNoise
    strength: Strength | None  # what the sandbox said after a first run in it
    sandbox_error: str | None


def collect(runner: Path, try_sandbox: Callable[[], Strength] | None = None) -> Readings:
    """Read everything. `runner`: the submissions' environment. Takes about a second, changes nothing on the host."""
    cgroup = read_cgroup()
    strength, error = None, None
    try:
        strength = (try_sandbox or first_run)()
    except SandboxError as failure:
        error = str(failure)
    except Exception as failure:
        error = f"{type(failure).__name__}: {failure}"
    return Readings(
        system=platform.system(),
        machine=platform.machine(),
        kernel=platform.release(),
        euid=os.geteuid(),
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        load=os.getloadavg()[0],
        systemd=Path("/run/systemd/system").is_dir(),
        namespaces=try_namespaces(),
        userns_sysctls=read_userns_sysctls(),
        cgroup=cgroup,
        seccomp=try_seccomp(),
        runner=str(runner),
        runner_missing=read_runner(runner),
        valgrind=shutil.which("valgrind"),
        swap_bytes=read_swap_bytes(),
        swap_accounted=cgroup.version == 2 or Path("/sys/fs/cgroup/memory/memory.memsw.limit_in_bytes").exists(),
        noise=measure_noise(),
        strength=strength,
        sandbox_error=error,
    )


def first_run() -> Strength:
    """Open the sandbox and run one program in it: the proof that counts."""
    from sandbox import open_sandbox
    from sandbox.api import Function, Program, Status, Task
    from sandbox.guest.wire import decode, encode_input

    with open_sandbox() as box:
        data, attachments = encode_input((20, 22))
        program = Program.single("def add(a, b):\n    return a + b\n")
        seen = box.run(Task(program, Function("add"), data, attachments=attachments))
        if seen.status is not Status.OK or seen.answer is None or decode(seen.answer) != 42:
            raise SandboxError(f"a first program did not run: {seen.status} {seen.message}".strip())
        return box.strength()


def in_child(action: Callable[[], None]) -> str | None:
    """Do it in a forked child, so that this process stays as it is; None, or why it failed."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        try:
            action()
        except BaseException as error:
            os.write(writer, str(error).encode()[:500] or b"failed")
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode(errors="replace")
    _, status = os.waitpid(pid, 0)
    if said:
        return said
    return None if status == 0 else f"the attempt ended with status {status}"


def try_namespaces() -> dict[str, str | None]:
    """Each namespace, made in a child: by itself for root, inside a user namespace for others."""
    if platform.system() != "Linux":
        return dict.fromkeys(("user", *NAMESPACES), "only Linux has them")
    libc = ctypes.CDLL(None, use_errno=True)

    def unshare(flags: int) -> Callable[[], None]:
        def attempt() -> None:
            if libc.unshare(flags):
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))

        return attempt

    found = {"user": in_child(unshare(NEW_USER))}
    base = 0 if os.geteuid() == 0 else NEW_USER
    for name, flag in NAMESPACES.items():
        found[name] = in_child(unshare(base | flag))
    return found


def read_userns_sysctls() -> dict[str, int]:
    names = {
        "kernel.unprivileged_userns_clone": "kernel/unprivileged_userns_clone",
        "user.max_user_namespaces": "user/max_user_namespaces",
        "kernel.apparmor_restrict_unprivileged_userns": "kernel/apparmor_restrict_unprivileged_userns",
    }
    found = {}
    for name, path in names.items():
        try:
            found[name] = int(Path("/proc/sys", path).read_text())
        except (OSError, ValueError):
            continue  # this kernel has no such switch
    return found


def read_cgroup(root: Path = Path("/sys/fs/cgroup"), own: Path = Path("/proc/self/cgroup")) -> Cgroup:
    """Where we stand in the tree of control groups. Version 1 counts by its memory controller."""
    try:
        lines = [line.split(":", 2) for line in own.read_text().splitlines()]
    except OSError:
        return Cgroup(0)
    if (root / "cgroup.controllers").exists():
        inside = next((path for _, names, path in lines if names == ""), "/")
        folder = root / inside.lstrip("/")
        try:
            controllers = tuple((folder / "cgroup.controllers").read_text().split())
        except OSError:
            controllers = ()
        writable = os.access(folder, os.W_OK) and os.access(folder / "cgroup.subtree_control", os.W_OK)
        return Cgroup(2, str(folder), writable, controllers)
    for _, names, path in lines:
        if "memory" in names.split(","):
            mounted = [name for name in ("memory", "cpuacct", "pids", "freezer", "cpu") if (root / name).is_dir()]
            folder = root / "memory" / path.lstrip("/")
            if not folder.is_dir():  # inside a container the path is the host's
                folder = root / "memory"
            return Cgroup(1, str(folder), os.access(folder, os.W_OK), tuple(mounted))
    return Cgroup(0)


def try_seccomp() -> str | None:
    """Load a filter that allows everything, in a child."""
    try:
        import pyseccomp
    except Exception as error:
        return f"libseccomp cannot be loaded: {error}"

    def attempt() -> None:
        pyseccomp.SyscallFilter(pyseccomp.ALLOW).load()

    return in_child(attempt)


def read_runner(runner: Path) -> tuple[str, ...] | None:
    """Which packages the submissions' environment lacks; None if it is no environment that starts."""
    python = runner / "bin" / "python"
    try:
        subprocess.run([python, "-I", "-S", "-c", "pass"], check=True, capture_output=True, timeout=30)
    except (OSError, subprocess.SubprocessError):
        return None
    here = list(runner.glob("lib/python*/site-packages"))
    return tuple(name for name in RUNNER_PACKAGES if not any((folder / name).is_dir() for folder in here))


def read_swap_bytes() -> int:
    try:
        for line in Path("/proc/meminfo").read_text().splitlines():
            if line.startswith("SwapTotal:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    return 0


def measure_noise(repeats: int = 40) -> ClockNoise:
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
