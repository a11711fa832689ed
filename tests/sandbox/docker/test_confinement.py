"""What code could do that broke out of its cell: it runs where the supervisor runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sandbox.docker.engine import Engine
from sandbox.native.users import FOR_CONTAINERS
from tests.sandbox.docker.engine_kit import run_beside_the_supervisor
from tests.sandbox.fixtures import opened


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with opened("docker") as box:
        yield box._engine


LOOK = """
import os
status = dict(line.split(":", 1) for line in open("/proc/self/status").read().splitlines())
def fails(path, mode="w"):
    try:
        open(path, mode).close()
    except OSError:
        return True
say({
    "capabilities": [status[name].strip() for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")],
    "no new privileges": status["NoNewPrivs"].strip(),
    "filtered": status["Seccomp"].strip(),
    "user": os.getuid(),
    "groups": os.getgroups(),
    "network": os.listdir("/sys/class/net"),
    "processes": sorted(int(name) for name in os.listdir("/proc") if name.isdigit()),
    "writable": [path for path in ("/x", "/landau/x", "/etc/x", "/dev/x", "/dev/shm/x", "/run/x", "/var/tmp/x",
        "/proc/sys/kernel/core_pattern", "/proc/sys/vm/drop_caches", "/proc/sysrq-trigger",
        "/sys/fs/cgroup/cgroup.procs", "/sys/fs/cgroup/memory/memory.limit_in_bytes") if not fails(path)],
    "readable": [path for path in ("/proc/kcore", "/proc/kmsg", "/dev/mem", "/dev/kmsg", "/etc/shadow",
        "/landau/judge", "/landau/problems", "/landau/.git", "/landau/web") if not fails(path, "rb")],
    "environment": sorted(os.environ),
    "setuid": [],
})
"""


def test_it_has_no_rights_and_sees_nothing_of_the_judge(engine: Engine) -> None:
    found = run_beside_the_supervisor(engine, LOOK)
    assert set(found["capabilities"]) == {"0" * 16}
    assert found["no new privileges"] == "1" and found["filtered"] == "2"
    assert found["user"] in FOR_CONTAINERS and found["groups"] in ([], [found["user"]])
    assert found["network"] == ["lo"]
    assert len(found["processes"]) == 2  # init, and itself
    assert found["writable"] == [] and found["readable"] == []
    assert set(found["environment"]) <= {"PATH", "HOSTNAME", "HOME", "LC_CTYPE"}


CALLS = """
import ctypes, errno, platform
libc = ctypes.CDLL(None, use_errno=True)
NUMBERS = {"x86_64": 0, "aarch64": 1}[platform.machine()]
def refused(numbers, *arguments):
    ctypes.set_errno(0)
    libc.syscall(numbers[NUMBERS], *arguments)
    return errno.errorcode.get(ctypes.get_errno(), "")
say({name: refused(numbers, *arguments) for name, (numbers, *arguments) in %r.items()})
"""
# Calls (numbers on x86_64, aarch64) with arguments that a kernel would refuse in another way, were they let through.
REFUSED = {
    "ptrace": ((101, 117), 0, 0, 0, 0),
    "bpf": ((321, 280), 0, 0, 0),
    "perf_event_open": ((298, 241), 0, 0, -1, -1, 0),
    "keyctl": ((250, 219), 0, -3, 1),
    "add_key": ((248, 217), 0, 0, 0, 0, 0),
    "userfaultfd": ((323, 282), 0),
    "io_uring_setup": ((425, 425), 1, 0),
    "open_by_handle_at": ((304, 265), -1, 0, 0),
    "init_module": ((175, 105), 0, 0, 0),
    "kexec_load": ((246, 104), 0, 0, 0, 0),
    "process_vm_readv": ((310, 270), 1, 0, 0, 0, 0, 0),
    "pidfd_getfd": ((438, 438), -1, 0, 0),
    "fsopen": ((430, 430), 0, 0),
    "fsconfig": ((431, 431), -1, 0, 0, 0, 0),
    "fsmount": ((432, 432), -1, 0, 0),
    "fspick": ((433, 433), -1, 0, 0),
    "open_tree": ((428, 428), -1, 0, 0),
    "move_mount": ((429, 429), -1, 0, -1, 0, 0),
    "mount_setattr": ((442, 442), -1, 0, 0, 0, 0),
    "fanotify_init": ((300, 262), 0, 0),
    "move_pages": ((279, 239), 0, 0, 0, 0, 0, 0),
    "mbind": ((237, 235), 0, 0, 0, 0, 0, 0),
    "socket of packets to the host's other machines (vsock)": ((41, 198), 40, 1, 0),
    "socket of the kernel's ciphers": ((41, 198), 38, 5, 0),
}


def test_the_filter_refuses_what_no_sandbox_needs(engine: Engine) -> None:
    found = run_beside_the_supervisor(engine, CALLS % REFUSED)
    assert {name: error for name, error in found.items() if error != "EPERM"} == {}


BOMBS = """
import os, resource
def forks():
    children = []
    try:
        while len(children) < 5000:
            pid = os.fork()
            if pid == 0:
                os.read(reader, 1)
                os._exit(0)
            children.append(pid)
    except OSError:
        pass
    return len(children)
reader, writer = os.pipe()
def fill(path):
    written = 0
    try:
        with open(path, "wb", buffering=0) as file:
            while written < 1 << 30:
                written += file.write(bytes(1 << 20))
    except OSError:
        pass
    return written
found = {"tmp": fill("/tmp/x"), "forks": forks()}
say(found)
"""


def test_its_processes_and_files_are_bounded(engine: Engine) -> None:
    found = run_beside_the_supervisor(engine, BOMBS)
    assert 0 < found["forks"] < 1100
    assert 0 < found["tmp"] <= 16 << 20
