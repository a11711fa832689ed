"""When a cell is over its memory, by what its group says."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from sandbox.api import MIB, Accounting, Limits
from sandbox.native.accounting import GroupMeter, Watched

ALLOWED = 64 * MIB
NOBODY = 2**22 + 1  # no process has such a pid


@pytest.mark.parametrize(
    ("held", "reread", "over"),
    [
        (ALLOWED, [0, ALLOWED + 4096], True),  # at its limit, it reads its own program again and again
        (ALLOWED, [0, ALLOWED // 2], False),
        (ALLOWED, [10 * ALLOWED, 10 * ALLOWED + 4096], False),  # what was read before does not count
        (ALLOWED // 2, [0, 10 * ALLOWED], False),  # room is left: others pressed it
    ],
)
def test_a_cell_that_lives_by_reading_its_program_again_is_over(held: int, reread: list[int], over: bool) -> None:
    group = SimpleNamespace(
        begin=lambda memory, processes: None,
        memory_bytes=lambda: 0,
        peak_bytes=lambda: 0,
        cpu_ns=lambda: 0,
        oom_kills=lambda: 0,
        reread_bytes=lambda: reread[0],
    )
    limits = Limits(memory_bytes=ALLOWED)
    meter = GroupMeter(group, Accounting.CGROUP_V1, Watched(NOBODY, NOBODY, NOBODY), limits)  # type: ignore[arg-type]
    group.memory_bytes = lambda: held
    assert not meter.over_memory()
    del reread[0]
    assert meter.over_memory() is over
