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
NOBODY = 2**22 + 1  # no process has such a pid


@pytest.mark.parametrize(
    ("text", "numbers"), [("0\n", {0}), ("0,4", {0, 4}), ("0-2,8", {0, 1, 2, 8}), ("", set()), ("?", set())]
)
def test_the_kernels_lists_are_read(text: str, numbers: set[int]) -> None:
    assert parse(text) == numbers


def test_hardware_threads_are_put_together_as_far_as_they_may_be_used() -> None:
    siblings = {0: "0,4", 4: "0,4", 1: "1,5", 5: "1,5", 2: ""}
    assert group([0, 1, 2, 4], siblings) == [frozenset({0, 4}), frozenset({1}), frozenset({2})]


@pytest.fixture
def unclaimed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if no other judge ran on this host."""
    monkeypatch.setattr("sandbox.native.cores._claim", lambda cores: (None, cores[0]))


def test_cells_one_after_the_other_have_the_same_core(unclaimed: None) -> None:
    cores = Cores([B, A, C])
    for _ in range(3):
        with cores.one_for(NOBODY) as core:
            assert core == B


def test_nobody_shares_while_a_core_is_free(unclaimed: None) -> None:
    cores = Cores([A, B, C])
    with cores.one_for(NOBODY) as first:
        with cores.one_for(NOBODY) as second, cores.one_for(NOBODY) as third, cores.one_for(NOBODY) as fourth:
            assert {first, second, third} == {A, B, C}
            assert fourth in (A, B, C)
        with cores.one_for(NOBODY) as again:
            assert again not in (first, None)


def test_two_judges_have_different_homes() -> None:
    one, other = Cores([A, B]), Cores([A, B])
    try:
        with one.one_for(NOBODY) as first, other.one_for(NOBODY) as second:
            assert first != second
    finally:
        one.close()
        other.close()


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
    assert {first, second} <= set(find_cores())
    assert first != second
