"""Where the native sandbox puts its groups in a host of cgroup v2, for each way to be started, and that figures and
kills are right there. Run by `inside`, which says in LANDAU_PLACE where this process is; no test of any other host."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox import open_sandbox
from sandbox.api import MIB, Accounting, Sandbox, Status
from sandbox.native import cgroup
from tests.sandbox.kit import own_groups, run, until

ROOT = Path("/sys/fs/cgroup")
PLACE = os.environ["LANDAU_PLACE"]
# The accounting, and the group that must hold what we make; `{own}`: ours as it was at the start.
EXPECTED = {
    "root-of-tree": (Accounting.CGROUP_V2, ""),
    "service": (Accounting.CGROUP_V2, "system.slice"),
    "plain-group": (Accounting.CGROUP_V2, ""),
    "container": (Accounting.CGROUP_V2, ""),
    "delegated-service": (Accounting.CGROUP_V2, "{own}"),
    "user-service": (Accounting.CGROUP_V2, "{own}"),
    "user-scope": (Accounting.CGROUP_V2, "{own}"),
    "foreign-tree": (Accounting.SAMPLED, None),
    "chown": (Accounting.CGROUP_V2, "{own}"),
    "not-delegated": (Accounting.SAMPLED, None),
}
ACCOUNTING, FOLDER = EXPECTED[PLACE]
OWN = cgroup.parse_own(Path("/proc/self/cgroup").read_text())[""].strip("/").removesuffix("/judge")
IN_GROUPS = ACCOUNTING is Accounting.CGROUP_V2
needs_groups = pytest.mark.skipif(not IN_GROUPS, reason="no cgroup here")
PEAK_CAN_BE_RESET = tuple(int(part) for part in os.uname().release.split(".")[:2]) >= (6, 12)


@pytest.fixture
def opened() -> Iterator[Sandbox]:
    with open_sandbox() as sandbox:
        yield sandbox


def test_figures_come_from_where_they_can(opened: Sandbox) -> None:
    strength = opened.strength()
    assert strength.accounting is ACCOUNTING
    assert strength.strong is IN_GROUPS
    assert IN_GROUPS or any("No cgroup can be used" in weakness for weakness in strength.weaknesses)
    assert run(opened, "def f():\n    return 1").accounting is ACCOUNTING


@needs_groups
def test_groups_lie_where_they_must(opened: Sandbox) -> None:
    run(opened, "def f():\n    return 1")
    assert FOLDER is not None
    expected = ROOT / FOLDER.format(own=OWN)
    outer = [Path(group) for group in own_groups() if not Path(group).parent.name.startswith("landau-")]
    assert outer
    assert {group.parent for group in outer} == {expected}


@needs_groups
def test_many_sandboxes_in_turn_go_no_deeper() -> None:
    own = set()
    for _ in range(3):
        with open_sandbox() as opened:
            assert run(opened, "def f():\n    return 1").status is Status.OK
        own.add(Path("/proc/self/cgroup").read_text())
    assert len(own) == 1
    assert not own_groups()


JUDGE = """
import time
from sandbox import open_sandbox
from tests.sandbox.kit import task
opened = open_sandbox()
opened.run(task("def f():\\n    return 1"))
print("ran", flush=True)
time.sleep(1000)
"""


@needs_groups
def test_what_a_judge_killed_without_warning_left_is_swept_by_the_next() -> None:
    judge = subprocess.Popen([sys.executable, "-c", JUDGE], stdout=subprocess.PIPE)
    assert judge.stdout is not None
    with judge.stdout:
        assert judge.stdout.readline() == b"ran\n"
    judge.send_signal(signal.SIGKILL)
    judge.wait()
    left = [path for path in ROOT.rglob(f"landau-{judge.pid}-*") if path.is_dir()]
    assert left
    assert until(lambda: all("populated 0" in (path / "cgroup.events").read_text() for path in left))
    with open_sandbox():
        assert not any(path.exists() for path in left)


@needs_groups
def test_a_short_peak_of_a_child_is_seen_after_a_higher_one(opened: Sandbox) -> None:
    """Not by a look from time to time, and not hidden by the peak of the run before."""
    child = "import os\ndef f(n):\n    if os.fork() == 0:\n        x = b'x' * n\n        os._exit(0)\n    os.wait()"
    for mib in (90, 60, 30):
        seen = run(opened, child, (mib * MIB,))
        assert mib * MIB * 0.95 < seen.memory_bytes < mib * MIB * 1.05 + 6 * MIB, (mib, seen.memory_bytes / MIB)


@needs_groups
def test_a_kill_for_a_limit_above_ours_is_not_the_submissions_fault(opened: Sandbox) -> None:
    run(opened, "def f():\n    return 1")
    (outer,) = {Path(group).parent for group in own_groups() if Path(group).parent.name.startswith("landau-")}
    now = int((outer / "memory.current").read_text())
    (outer / "memory.max").write_text(str(now + 40 * MIB))
    seen = run(opened, "def f():\n    return len(b'x' * (100 << 20))", memory_bytes=200 * MIB)
    assert seen.status is Status.FAULT
    assert "out of memory" in seen.message
    (outer / "memory.max").write_text("max")
    assert (
        run(opened, "def f():\n    return len(b'x' * (100 << 20))", memory_bytes=60 * MIB).status is Status.MEMORY_LIMIT
    )


@needs_groups
def test_the_kernel_kills_nothing_but_the_cell(opened: Sandbox) -> None:
    eat = "def f():\n    x = []\n    while True:\n        x.append(b'x' * 1000000)"
    run(opened, "def f():\n    return 1")
    slots = {Path(group) for group in own_groups()}
    for _ in range(3):
        assert run(opened, eat, memory_bytes=20 * MIB).status is Status.MEMORY_LIMIT
    if PEAK_CAN_BE_RESET:  # else the slot moves on
        assert {Path(group) for group in own_groups()} >= slots
    assert run(opened, "def f():\n    return 1").status is Status.OK
