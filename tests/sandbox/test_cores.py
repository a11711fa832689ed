"""Which core a cell runs on."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from sandbox import runner_folder
from sandbox.native.backend import NativeSandbox
from sandbox.native.cores import Cores, fastest, find_cores, group, parse
from tests.sandbox.kit import answer, run

A, B, C = frozenset({0, 4}), frozenset({1, 5}), frozenset({2, 6})
NOBODY = 2**22 + 1  # no process has such a pid


@pytest.mark.parametrize(
    ("text", "numbers"), [("0\n", {0}), ("0,4", {0, 4}), ("0-2,8", {0, 1, 2, 8}), ("", set()), ("?", set())]
)
def test_the_kernels_lists_are_read(text: str, numbers: set[int]) -> None:
    assert parse(text) == numbers


def test_hardware_threads_are_put_together_as_far_as_they_may_be_used() -> None:
    siblings = {0: "0,4", 4: "0,4", 1: "1,5", 5: "1,5", 2: ""}
    assert group([0, 1, 2, 4], siblings) == [frozenset({0, 4}), frozenset({1}), frozenset({2})]


def test_a_cell_alone_is_left_to_the_kernel_among_the_fastest_cores() -> None:
    for quick in (None, A | B):
        cores = Cores([A, B, C], quick)
        for _ in range(3):
            with cores.one_for(NOBODY) as chosen:
                assert chosen == quick


def test_nobody_shares_while_a_core_is_free() -> None:
    cores = Cores([A, B, C])
    with cores.one_for(NOBODY):
        with cores.one_for(NOBODY) as second, cores.one_for(NOBODY) as third, cores.one_for(NOBODY) as fourth:
            assert second != third
            assert {second, third} < {A, B, C}
            assert fourth in (A, B, C)
        with cores.one_for(NOBODY) as again:
            assert again is not None


def test_cores_of_one_speed_have_no_fastest() -> None:
    assert fastest([A, B, C], lambda cpu: 3_000_000) is None
    assert fastest([A, B, C], lambda cpu: 2_000_000 if cpu == 2 else 3_000_000) == A | B


def test_one_core_leaves_no_choice() -> None:
    with Cores([A]).one_for(NOBODY) as core:
        assert core is None


@pytest.mark.skipif(len(find_cores()) < 2, reason="this host has one core")
@pytest.mark.parametrize("ordinary_user", [False, True] if os.geteuid() == 0 else [True])
def test_cells_side_by_side_run_on_different_cores(ordinary_user: bool) -> None:
    source = "import os, time\ndef f():\n    time.sleep(0.3)\n    return sorted(os.sched_getaffinity(0))"
    with NativeSandbox(runner_folder(), ordinary_user) as box, ThreadPoolExecutor(2) as pool:
        barrier = Barrier(2)

        def one(_: int) -> frozenset[int]:
            barrier.wait()
            return frozenset(answer(run(box, source)))

        first, second = pool.map(one, range(2))
    # Whoever came first is left to the kernel.
    assert first != second
    assert first in find_cores() or second in find_cores()
