"""No two zygotes of a host give their cells the same user, and no container has one of those."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from sandbox.native.users import EACH, FIRST_UID, FOR_CONTAINERS, SHARES, Users

ELSEWHERE = "from sandbox.native.users import Users; held = Users(); print(held.first, flush=True); input()"


@pytest.fixture
def held() -> Iterator[list[Users]]:
    held: list[Users] = []
    yield held
    for one in held:
        one.close()


def test_each_has_some_of_its_own(held: list[Users]) -> None:
    held += [Users() for _ in range(SHARES // 3)]
    firsts = [one.first for one in held]
    assert len(set(firsts)) == len(firsts)
    assert all(first % EACH == 0 and FIRST_UID <= first <= 64_450 for first in firsts)
    assert {held[0].of(number) for number in range(3 * EACH)} == set(range(firsts[0], firsts[0] + EACH))


def test_what_another_process_has_is_free_when_it_is_killed(held: list[Users]) -> None:
    with subprocess.Popen([sys.executable, "-c", ELSEWHERE], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        first = int(other.stdout.readline())
        theirs = (first - FIRST_UID) // EACH
        order = [theirs, *(share for share in range(SHARES) if share != theirs)]
        held.append(Users(order))
        assert held[0].first != first
        other.kill()
    held.append(Users(order))
    assert held[1].first == first


def test_where_all_are_taken_one_is_shared(held: list[Users]) -> None:
    held.append(Users())
    taken = (held[0].first - FIRST_UID) // EACH
    held.append(Users([taken]))
    assert held[1].first == held[0].first


def test_no_container_has_the_user_of_a_cell(held: list[Users]) -> None:
    held += [Users([share]) for share in range(SHARES)]
    of_cells = {one.of(number) for one in held for number in range(2 * EACH)}
    assert len(of_cells) == EACH * SHARES
    assert of_cells.isdisjoint(FOR_CONTAINERS) and max(FOR_CONTAINERS) < 65_536
