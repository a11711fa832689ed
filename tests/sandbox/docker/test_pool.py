"""Who gets which container."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from sandbox.api import Program, SandboxError
from sandbox.docker.backend import owner_of
from sandbox.docker.container import Container
from sandbox.docker.pool import LEASES, Pool
from tests.sandbox.docker.fakes import Played


class Maker:
    """Makes played containers, and remembers them."""

    def __init__(self) -> None:
        self.made: list[Played] = []
        self.failing = False

    def __call__(self) -> Container:
        if self.failing:
            raise SandboxError("no engine")
        self.made.append(Played().opened())
        return self.made[-1].container

    def removed(self) -> int:
        return sum(played.removed.is_set() for played in self.made)


def use(pool: Pool, owner: str) -> Container:
    with pool.lease(owner) as container:
        return container


def test_an_owner_keeps_a_container_and_never_shares_it() -> None:
    pool = Pool(Maker())
    assert use(pool, "a") is use(pool, "a")
    assert use(pool, "a") is not use(pool, "b")
    pool.close()


def test_many_threads_of_one_owner_share_one_and_those_of_many_never_do() -> None:
    pool = Pool(Maker())
    seen: dict[str, set[int]] = {}
    lock = threading.Lock()

    def one(number: int) -> None:
        owner = f"owner {number % 7}"
        with pool.lease(owner) as container, lock:
            seen.setdefault(owner, set()).add(id(container))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(one, range(200)))
    everybody = [identity for found in seen.values() for identity in found]
    assert len(everybody) == len(set(everybody))
    pool.close()


def test_those_used_longest_ago_are_given_up() -> None:
    make = Maker()
    pool = Pool(make)
    containers = [use(pool, str(number)) for number in range(LEASES + 2)]
    assert [container.alive for container in containers] == [False, False] + [True] * LEASES
    pool.close()


def test_one_in_use_is_not_given_up() -> None:
    pool = Pool(Maker())
    with pool.lease("held") as held:
        for number in range(2 * LEASES):
            use(pool, str(number))
        assert held.alive
    pool.close()


def test_one_that_ended_is_replaced() -> None:
    pool = Pool(Maker())
    first = use(pool, "a")
    first.end("killed")
    assert use(pool, "a") is not first
    pool.close()


def test_a_spare_that_ended_while_it_waited_is_not_handed_out() -> None:
    make = Maker()
    pool = Pool(make)
    pool.prepare().end("killed")
    assert use(pool, "a").alive
    pool.close()


def test_spares_that_failed_are_tried_again() -> None:
    make = Maker()
    pool = Pool(make)
    pool.prepare()
    make.failing = True
    use(pool, "a")
    with pytest.raises(SandboxError, match="no engine"):
        use(pool, "b")
    make.failing = False
    assert use(pool, "b").alive
    pool.close()


def test_closing_removes_every_container() -> None:
    make = Maker()
    pool = Pool(make)
    pool.prepare()
    for owner in "abc":
        use(pool, owner)
    assert pool.close()
    assert make.removed() == len(make.made) >= 3
    assert not pool.close()
    with pytest.raises(SandboxError, match="closed"):
        use(pool, "a")


def test_without_an_owner_a_program_is_its_own() -> None:
    one, other = Program.single("x = 1"), Program.single("x = 2")
    assert owner_of(one) == owner_of(Program.single("x = 1")) != owner_of(other)
    assert owner_of(Program({"a": b"b"}, "a")) != owner_of(Program({"ab": b""}, "ab"))
    mine = Program({"a": b""}, "a", owner="me")
    assert owner_of(mine) == owner_of(Program({"b": b""}, "b", owner="me"))
    assert owner_of(mine) != owner_of(Program({"a": b""}, "a", owner="you"))
