"""Where groups are made and what is written to them; version 2 against a tree of its documented files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sandbox.native import cgroup
from sandbox.native.cgroup_v1 import GroupsV1
from sandbox.native.cgroup_v2 import GroupsV2, GroupV2

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


class Tree:
    """Answers like a kernel with a v2 hierarchy: a new folder has its files, and a removed one loses them."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.absent: set[str] = set()
        self.mount = cgroup.Mount(2, frozenset(), root)
        make, remove = Path.mkdir, Path.rmdir

        def mkdir(path: Path, *arguments: object, **keywords: object) -> None:
            make(path, *arguments, **keywords)  # type: ignore[arg-type]
            if path.is_relative_to(root):
                self.fill(path)

        def rmdir(path: Path) -> None:
            for file in path.iterdir():
                file.unlink()
            remove(path)

        monkeypatch.setattr(Path, "mkdir", mkdir)
        monkeypatch.setattr(Path, "rmdir", rmdir)

    def fill(self, folder: Path) -> None:
        texts = {
            "cgroup.controllers": "cpu io memory pids\n",
            "cgroup.subtree_control": "",
            "cgroup.procs": "",
            "cpu.stat": "usage_usec 1234567\nuser_usec 1000000\nsystem_usec 234567\n",
            "memory.current": "4000000\n",
            "memory.max": "max\n",
            "memory.swap.max": "max\n",
            "memory.peak": "5000000\n",
            "memory.events": "low 0\nhigh 0\nmax 7\noom 1\noom_kill 3\n",
            "pids.max": "max\n",
        }
        for name, text in texts.items():
            if name in self.absent:
                continue
            (folder / name).write_text(text)


def line(path: Path) -> str:
    return path.read_text().splitlines()[0]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    made = Tree(tmp_path, monkeypatch)
    made.fill(tmp_path)
    return made


def test_v2_alone_in_a_delegated_group_we_move_into_a_leaf(tree: Tree) -> None:
    scope = tree.root / "scope"
    scope.mkdir()
    (scope / "cgroup.procs").write_text("77\n")
    (tree.root / "cgroup.controllers").write_text("")
    groups = GroupsV2.find([tree.mount], {"": "/scope"}, pid=77)
    assert groups is not None
    assert line(scope / "judge" / "cgroup.procs") == "77"
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


def test_v2_a_group_with_other_processes_is_left_alone(tree: Tree) -> None:
    (tree.root / "cgroup.procs").write_text("1\n77\n")
    assert GroupsV2.find([tree.mount], {"": "/"}, pid=77) is None
    assert (tree.root / "cgroup.subtree_control").read_text() == ""


def test_v2_a_delegated_group_above_ours_is_used(tree: Tree) -> None:
    (tree.root / "service").mkdir()
    (tree.root / "service" / "session").mkdir()
    (tree.root / "service" / "session" / "cgroup.procs").write_text("1\n2\n3\n")
    (tree.root / "service" / "cgroup.subtree_control").write_text("memory pids\n")
    groups = GroupsV2.find([tree.mount], {"": "/service/session"})
    assert groups is not None
    assert list((tree.root / "service").glob("landau-*"))


def test_v2_without_the_memory_controller_there_is_no_group(tree: Tree) -> None:
    (tree.root / "cgroup.controllers").write_text("hugetlb\n")
    assert GroupsV2.find([tree.mount], {"": "/"}) is None


def test_v2_limits_count_from_what_the_group_holds(tree: Tree) -> None:
    group = GroupV2(tree.root / "slot")
    group.begin(1_000_000, processes=16)
    assert line(tree.root / "slot" / "memory.max") == "5000000"
    assert line(tree.root / "slot" / "memory.swap.max") == "0"
    assert line(tree.root / "slot" / "pids.max") == "17"
    assert (group.cpu_ns(), group.memory_bytes(), group.oom_kills()) == (1_234_567_000, 4_000_000, 3)
    group.end()
    assert line(tree.root / "slot" / "memory.max") == "max"
    assert line(tree.root / "slot" / "pids.max") == "max"
    group.remove()


def test_v2_a_peak_that_cannot_be_reset_counts_only_when_it_rose(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    real = cgroup.write

    def refuse(fd: int, value: int | str) -> None:
        if value == "reset":
            raise OSError(22, "an old kernel")
        real(fd, value)

    monkeypatch.setattr(cgroup, "write", refuse)
    group = GroupV2(tree.root / "slot")
    group.begin(1_000_000, processes=16)
    assert group.peak_bytes() is None
    (tree.root / "slot" / "memory.peak").write_text("5000001\n")
    assert group.peak_bytes() == 5_000_001
    group.remove()


def test_v2_without_swap_or_peak_files_still_limits(tree: Tree) -> None:
    tree.absent = {"memory.swap.max", "memory.peak"}
    slot = tree.root / "slot"
    group = GroupV2(slot)
    group.begin(1_000_000, processes=1)
    assert group.peak_bytes() is None
    assert line(slot / "memory.max") == "5000000"
    group.remove()
