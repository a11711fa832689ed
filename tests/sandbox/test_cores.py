"""Which core a cell runs on."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from sandbox import runner_folder
from sandbox.native.backend import NativeSandbox
from sandbox.native.cores import Cores, find_cores, group, parse
from tests.sandbox.kit import answer, run

A, B, C = frozenset({0, 4}), frozenset({1, 5}), frozenset({2, 6})


@pytest.mark.parametrize(
    ("text", "numbers"), [("0\n", {0}), ("0,4", {0, 4}), ("0-2,8", {0, 1, 2, 8}), ("", set()), ("?", set())]
)
def test_the_kernels_lists_are_read(text: str, numbers: set[int]) -> None:
    assert parse(text) == numbers


def test_hardware_threads_are_put_together_as_far_as_they_may_be_used() -> None:
    siblings = {0: "0,4", 4: "0,4", 1: "1,5", 5: "1,5", 2: ""}
    assert group([0, 1, 2, 4], siblings) == [frozenset({0, 4}), frozenset({1}), frozenset({2})]


def test_nobody_shares_while_a_core_is_free() -> None:
    cores = Cores([A, B, C])
    assert {cores.take(), cores.take(), cores.take()} == {A, B, C}
    shared = cores.take(B)
    assert shared == B
    cores.give_back(A)
    assert cores.take() == A


def test_the_last_one_is_taken_again_unless_it_is_in_use() -> None:
    cores = Cores([A, B])
    first = cores.take(A)
    assert first == A
    assert cores.take(A) == B
    cores.give_back(first)
    assert cores.take(A) == A


def test_one_core_leaves_no_choice() -> None:
    assert Cores([A]).take() is None


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
    assert {first, second} <= set(find_cores())
    assert first != second
