"""Where groups are made and what is written to them; version 2 against a tree of its documented files."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from sandbox.native import cgroup
from sandbox.native.cgroup_v1 import GroupsV1
from sandbox.native.cgroup_v2 import GroupsV2, GroupV2
from sandbox.native.cgroup_v2_place import find_place
from tests.sandbox.cgroup_tree import Tree

MOUNTINFO = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:26 / /sys/fs/cgroup/cpu,cpuacct rw,nosuid shared:9 - cgroup cgroup rw,cpu,cpuacct
31 22 0:27 /docker/ab /sys/fs/cgroup/memory rw,nosuid - cgroup cgroup rw,memory
32 22 0:28 / /sys/fs/cgroup/with\\040space rw,nosuid - cgroup2 cgroup2 rw,nsdelegate
"""


def test_mounts_are_found_with_their_controllers() -> None:
    cpu, memory, unified = cgroup.parse_mounts(MOUNTINFO)
    assert cpu.version == memory.version == 1
    assert {"cpu", "cpuacct"} <= cpu.controllers
    assert memory.root == "/docker/ab"
    assert unified.version == 2
    assert unified.path == Path("/sys/fs/cgroup/with space")


def test_own_group_is_found_inside_a_container_and_outside() -> None:
    own = cgroup.parse_own("4:memory:/docker/ab/x\n2:cpu,cpuacct:/\n0::/user.slice/a:b\n")
    assert own == {"memory": "/docker/ab/x", "cpu": "/", "cpuacct": "/", "": "/user.slice/a:b"}
    _, memory, _ = cgroup.parse_mounts(MOUNTINFO)
    assert cgroup.own_folder(memory, own["memory"]) == Path("/sys/fs/cgroup/memory/x")


def test_groups_of_dead_judges_are_swept_and_those_of_living_ones_kept(tmp_path: Path) -> None:
    dead = tmp_path / "landau-4194304999-123-0"
    reused = tmp_path / f"landau-{os.getpid()}-1-0"
    mine = tmp_path / cgroup.fresh_name()
    other = tmp_path / "system.slice"
    for folder in (dead, reused, mine, other):
        folder.mkdir()
    cgroup.sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([mine, other])


def test_v1_is_not_taken_without_all_its_controllers() -> None:
    assert GroupsV1.find(cgroup.parse_mounts(MOUNTINFO), {"memory": "/docker/ab", "cpuacct": "/", "pids": "/"}) is None


def line(path: Path) -> str:
    return path.read_text().splitlines()[0]


def without_controllers(folder: Path) -> None:
    (folder / "cgroup.controllers").write_text("")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    made = Tree(tmp_path, monkeypatch)
    made.fill(tmp_path)
    return made


def test_v2_alone_in_a_delegated_group_we_move_into_a_leaf(tree: Tree) -> None:
    us = os.getpid()
    scope = tree.group("scope", us)
    without_controllers(tree.root)
    groups = GroupsV2.find([tree.mount], {"": "/scope"})
    assert groups is not None
    assert line(scope / "judge" / "cgroup.procs") == str(us)
    assert line(scope / "cgroup.subtree_control") == "+memory +pids"
    (ours,) = scope.glob("landau-*")
    assert line(ours / "cgroup.subtree_control") == "+memory +pids"
    group = groups.make()
    group.add(99)
    (slot,) = ours.glob("landau-*")
    assert line(slot / "cgroup.procs") == "99"
    group.remove()
    groups.close()
    assert not list(scope.glob("landau-*"))


def test_v2_a_second_sandbox_uses_the_place_of_the_first(tree: Tree) -> None:
    scope = tree.group("scope", 77)
    without_controllers(tree.root)
    assert find_place([tree.mount], {"": "/scope"}, {77}) == scope
    assert find_place([tree.mount], {"": "/scope/judge"}, {77}) == scope
    assert not (scope / "judge" / "judge").exists()


def test_v2_the_root_of_the_tree_may_hold_processes(tree: Tree) -> None:
    for pid in (1, 77):
        (tree.root / "cgroup.procs").write_text(str(pid))
    assert find_place([tree.mount], {"": "/"}, {77}) == tree.root
    assert (tree.root / "cgroup.procs").read_text().split() == ["1", "77"]


def test_v2_a_group_above_ours_that_is_on_is_used_and_nobody_moved(tree: Tree) -> None:
    service = tree.group("service", on=True)
    session = tree.group("service/session", 1, 2, 3)
    assert find_place([tree.mount], {"": "/service/session"}, {3}) == service
    assert (session / "cgroup.procs").read_text().split() == ["1", "2", "3"]


def test_v2_a_server_of_several_processes_moves_within_what_it_was_given(tree: Tree) -> None:
    """Its own group comes before one above that it could use, too: limits set on it hold for what we start."""
    tree.group("slice", on=True)
    service = tree.group("slice/service", 5, 6, 77)
    try:
        os.setxattr(service, "user.delegate", b"1")
    except OSError as error:
        pytest.skip(f"the temporary folder has no extended attributes ({error.strerror})")
    assert find_place([tree.mount], {"": "/slice/service"}, {77}) == service
    assert (service / "judge" / "cgroup.procs").read_text().split() == ["5", "6", "77"]


def test_v2_who_started_us_moves_along_and_others_do_not_without_need(tree: Tree) -> None:
    tree.group("slice", on=True)
    scope = tree.group("slice/scope", 5, 77)
    assert find_place([tree.mount], {"": "/slice/scope"}, {77}) == tree.root / "slice"
    assert find_place([tree.mount], {"": "/slice/scope"}, {77, 5, 1}) == scope


def test_v2_a_chown_without_systemd_delegates_as_well(tree: Tree) -> None:
    given = tree.group("given", 5, 77)
    without_controllers(tree.root)
    assert find_place([tree.mount], {"": "/given"}, {77}) == given
    assert (given / "judge" / "cgroup.procs").read_text().split() == ["5", "77"]


def test_v2_a_group_with_processes_that_we_cannot_see_is_left_alone(tree: Tree) -> None:
    given = tree.group("given", 0, 77)
    without_controllers(tree.root)
    assert find_place([tree.mount], {"": "/given"}, {77}) is None
    assert (given / "cgroup.procs").read_text().split() == ["0", "77"]


def test_v2_outside_of_our_own_namespace_there_is_no_place(tree: Tree) -> None:
    assert find_place([tree.mount], {"": "/../other"}, {77}) is None
    assert find_place([replace(tree.mount, root="/../..")], {"": "/"}, {77}) is None


def test_v2_without_the_memory_controller_there_is_no_group(tree: Tree) -> None:
    (tree.root / "cgroup.controllers").write_text("hugetlb\n")
    assert GroupsV2.find([tree.mount], {"": "/"}) is None


def test_v2_limits_count_from_what_the_group_holds(tree: Tree) -> None:
    group = GroupV2(tree.root / "slot")
    group.begin(1_000_000, processes=16)
    assert line(tree.root / "slot" / "memory.max") == "5000000"
    assert line(tree.root / "slot" / "memory.swap.max") == "0"
    assert line(tree.root / "slot" / "pids.max") == "17"
    assert (group.cpu_ns(), group.memory_bytes(), group.tasks()) == (1_234_567_000, 4_000_000, 2)
    group.end()
    assert line(tree.root / "slot" / "memory.max") == "max"
    assert line(tree.root / "slot" / "pids.max") == "max"
    group.remove()


def test_v2_a_kill_counts_when_this_groups_limit_was_the_reason(tree: Tree) -> None:
    """The host, or a group above, may have run out of memory instead."""
    events = tree.root / "slot" / "memory.events"
    group = GroupV2(tree.root / "slot")
    group.begin(1_000_000, processes=16)
    assert (group.oom_kills(), group.starved()) == (0, False)
    events.write_text("max 7\noom 1\noom_kill 4\n")
    assert (group.oom_kills(), group.starved()) == (0, True)
    events.write_text("max 8\noom 2\noom_kill 5\n")
    assert (group.oom_kills(), group.starved()) == (2, False)
    group.remove()


@pytest.fixture(params=["root", "ordinary user"])
def sticky(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel before 6.12: memory.peak is for reading. Root may open it for writing, and is then refused the write."""
    really_open, really_write = os.open, cgroup.write

    def opens(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).name == "memory.peak" and flags & os.O_RDWR and request.param != "root":
            raise OSError(errno.EACCES, "mode 0444")
        return really_open(path, flags, mode)

    def writes(fd: int, value: int | str) -> None:
        if value == "reset":
            raise OSError(errno.EINVAL, "there is nothing to write to")
        really_write(fd, value)

    monkeypatch.setattr(os, "open", opens)
    monkeypatch.setattr(cgroup, "write", writes)


@pytest.mark.usefixtures("sticky")
def test_v2_a_peak_that_cannot_be_reset_counts_only_when_it_rose(tree: Tree) -> None:
    group = GroupV2(tree.root / "slot")
    group.begin(1_000_000, processes=16)
    assert group.peak_bytes() is None
    (tree.root / "slot" / "memory.peak").write_text("5000001\n")
    assert group.peak_bytes() == 5_000_001
    group.remove()


@pytest.mark.usefixtures("sticky")
@pytest.mark.parametrize(("peak", "moves"), [(5_000_000, False), (50_000_000, True)])
def test_v2_a_slot_moves_on_from_a_peak_that_would_hide_the_next(tree: Tree, peak: int, moves: bool) -> None:
    first, left = tree.root / "slot", list[Path]()
    group, other = GroupV2(first, left), GroupV2(tree.root / "other", left)
    group.add(99)
    group.begin(100_000_000, processes=16)
    (first / "memory.peak").write_text(f"{peak}\n")
    group.end()
    assert ("99" in (first / "cgroup.procs").read_text()) is not moves
    other.begin(1_000_000, processes=16)
    assert first.exists() is not moves
    other.remove()
    (used,) = (folder for folder in tree.root.iterdir() if folder.is_dir())
    assert line(used / "cgroup.procs") == "99"
    group.begin(1_000_000, processes=16)
    assert line(used / "memory.max") == "5000000"
    group.remove()
    assert not used.exists()


def test_v2_without_swap_or_peak_files_still_limits(tree: Tree) -> None:
    tree.absent = {"memory.swap.max", "memory.peak"}
    slot = tree.root / "slot"
    group = GroupV2(slot)
    group.begin(1_000_000, processes=1)
    assert group.peak_bytes() is None
    assert line(slot / "memory.max") == "5000000"
    group.remove()
