"""What this host says about itself, read and tried on the spot. `sandbox.doctor` turns the readings into facts."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sandbox.api import SandboxError, Strength
from sandbox.readings.cpu import ClockNoise, Cpu, InstructionCounter, Stillness, measure, read_counter, read_cpu
from sandbox.readings.kernel import read_number, read_text, read_userns_sysctls, try_namespaces, try_seccomp
from sandbox.readings.memory import Cgroup, read_cgroup, read_huge_pages, read_swap_bytes
from sandbox.readings.tools import Docker, read_docker, read_runner, read_toolchains, read_valgrind


@dataclass(frozen=True, slots=True)
class Readings:
    backend: str  # the one that is used here: "native" or "docker"
    system: str
    machine: str
    kernel: str  # its release, as it says it
    euid: int  # -1 where there is none
    cores: int
    systemd: bool
    namespaces: dict[str, str | None]  # name to why it cannot be made; None: it can
    userns_sysctls: dict[str, int]
    seccomp: str | None  # why not; None: filters work
    core_pattern: str | None  # None, here and below: this host does not tell
    address_randomisation: int | None  # 0 to 2
    cgroup: Cgroup
    huge_pages: str | None  # always, madvise, never
    swap_bytes: int
    swap_accounted: bool  # a cgroup can forbid swapping
    cpu: Cpu
    counter: InstructionCounter
    noise: ClockNoise
    stillness: Stillness
    runner: str
    runner_missing: tuple[str, ...] | None  # packages that are not there; None: no environment at all
    valgrind: str | None
    toolchains: dict[str, str | None]  # name to the command that brings it; None: it is there
    docker: Docker
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
    noise, stillness = measure()
    return Readings(
        backend=backend(),
        system=platform.system(),
        machine=platform.machine(),
        kernel=platform.release(),
        euid=os.geteuid() if hasattr(os, "geteuid") else -1,
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        systemd=Path("/run/systemd/system").is_dir(),
        namespaces=try_namespaces(),
        userns_sysctls=read_userns_sysctls(),
        seccomp=try_seccomp(),
        core_pattern=read_text("/proc/sys/kernel/core_pattern"),
        address_randomisation=read_number("/proc/sys/kernel/randomize_va_space"),
        cgroup=cgroup,
        huge_pages=read_huge_pages(),
        swap_bytes=read_swap_bytes(),
        swap_accounted=cgroup.version == 2 or Path("/sys/fs/cgroup/memory/memory.memsw.limit_in_bytes").exists(),
        cpu=read_cpu(),
        counter=read_counter(),
        noise=noise,
        stillness=stillness,
        runner=str(runner),
        runner_missing=read_runner(runner),
        valgrind=read_valgrind(),
        toolchains=read_toolchains(),
        docker=read_docker(),
        strength=strength,
        sandbox_error=error,
    )


def backend() -> str:
    """The one that `open_sandbox` takes."""
    return os.environ.get("LANDAU_SANDBOX") or ("native" if platform.system() == "Linux" else "docker")


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
