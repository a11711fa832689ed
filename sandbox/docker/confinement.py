"""What a container may do, as the engine's API has it. Each permission's reason is in deploy/README.md."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox.api import MIB, SandboxError
from sandbox.native.users import FOR_CONTAINERS

PROFILE = Path(__file__).resolve().parent.parent.parent / "deploy" / "seccomp.json"
PROCESSES = 1024
MOST_CORES = 4
DEFAULT_MEMORY_MB = 6144  # the largest limit that the judge gives, 4096, and what is reserved
# Beside what a run may take: the supervisor, warm runtimes, the input that waits in memory.
RESERVED_BYTES = 768 * MIB


@dataclass(frozen=True, slots=True)
class Settings:
    """What whoever runs the judge may choose."""

    runtime: str | None = None  # of the engine, such as gVisor's "runsc"
    memory_bytes: int = DEFAULT_MEMORY_MB * MIB  # of a container with all that runs in it

    @classmethod
    def from_environment(cls) -> Settings:
        """LANDAU_DOCKER_RUNTIME, LANDAU_DOCKER_MEMORY_MB. Raises SandboxError."""
        memory = os.environ.get("LANDAU_DOCKER_MEMORY_MB") or str(DEFAULT_MEMORY_MB)
        if not memory.isdecimal() or int(memory) * MIB <= RESERVED_BYTES:
            raise SandboxError(f"LANDAU_DOCKER_MEMORY_MB is {memory!r}: not a number above {RESERVED_BYTES // MIB}")
        return cls(os.environ.get("LANDAU_DOCKER_RUNTIME") or None, int(memory) * MIB)

    @property
    def room_bytes(self) -> int:
        """For the runs in a container."""
        return self.memory_bytes - RESERVED_BYTES


def profile() -> str:
    """The engine's system-call filter, as its API wants it. Raises SandboxError."""
    try:
        return PROFILE.read_text()
    except OSError as error:
        raise SandboxError(f"the containers' system-call filter cannot be read: {error}") from None


def describe(image: str, labels: dict[str, str], settings: Settings, cores: int) -> dict[str, Any]:
    """The body of a request for one container."""
    # No user of the image, none that hosts give away by themselves, none that the host's own cells have, rarely the
    # same in two containers: what the kernel counts for each user is not counted together.
    user = secrets.choice(FOR_CONTAINERS)
    host: dict[str, Any] = {
        "NetworkMode": "none",
        "IpcMode": "none",
        "CgroupnsMode": "private",
        "ReadonlyRootfs": True,
        "Tmpfs": {"/tmp": "rw,noexec,nosuid,nodev,size=16m,nr_inodes=1k"},
        "CapDrop": ["ALL"],
        "SecurityOpt": ["no-new-privileges:true", f"seccomp={profile()}", "apparmor=unconfined"],
        # Nothing of /proc is hidden, since a cell could make no /proc of its own then.
        "MaskedPaths": ["/sys/firmware", "/sys/devices/virtual/powercap"],
        "ReadonlyPaths": [],
        "PidsLimit": PROCESSES,
        "Memory": settings.memory_bytes,
        "MemorySwap": settings.memory_bytes,
        "NanoCpus": min(cores, MOST_CORES) * 1_000_000_000,
        "Ulimits": [
            {"Name": "core", "Soft": 1, "Hard": 1},  # nothing is dumped, to a pipe neither (by 0 it would be)
            {"Name": "nofile", "Soft": 4096, "Hard": 4096},
            {"Name": "memlock", "Soft": 0, "Hard": 0},
        ],
        "Init": True,
        "AutoRemove": True,
        "LogConfig": {"Type": "none"},  # answers are nothing for the engine's disk
    }
    if settings.runtime:
        host["Runtime"] = settings.runtime
    return {
        "Image": image,
        "User": f"{user}:{user}",
        "Labels": labels,
        "Hostname": "sandbox",
        "OpenStdin": True,
        "StdinOnce": True,  # when the judge hangs up, the supervisor hears the end and ends
        "AttachStdin": True,
        "AttachStdout": True,
        "AttachStderr": True,
        "HostConfig": host,
    }
