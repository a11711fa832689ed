"""What the kernel counts as the memory and the CPU time of a group, on whichever version of cgroups this host has.
Reports are read by these rules; they are told in sandbox/native/cgroup.py."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from sandbox.api import MIB
from sandbox.native import host
from sandbox.native.cgroup import Group, Groups
from sandbox.native.processes import await_sleep, process_cpu_ns

SIZE = 32 * MIB
NOISE = 4 * MIB  # the kernel counts in batches, and an interpreter that works allocates something
READ = "with open(sys.argv[1], 'rb') as file:\n    while file.read(1 << 16): pass\n"
PRELUDE = """
import os, sys
def step():
    os.write(1, b"%d\\n" % os.getpid())
    os.read(0, 1)
step()
"""


@pytest.fixture
def groups() -> Iterator[Groups]:
    found = host.find_groups()
    if found is None:
        pytest.skip("this host gives us no cgroup")
    yield found
    found.close()


class Member:
    """A process in a group, that does one step of its program at each `go`."""

    def __init__(self, group: Group, code: str, *arguments: str) -> None:
        command = [sys.executable, "-I", "-c", PRELUDE + code + "\nstep()\n", *arguments]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self._heard()
        group.add(self.process.pid)

    def _heard(self) -> int:
        assert self.process.stdout is not None
        return int(self.process.stdout.readline() or 0)

    def go(self) -> int:
        """The pid of who did the step; 0 when it was killed."""
        assert self.process.stdin is not None
        self.process.stdin.write(b"x")
        return self._heard()

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def scene(groups: Groups) -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def group_in(scene: ExitStack, groups: Groups) -> Group:
    group = groups.make()
    scene.callback(group.remove)
    return group


def member_in(scene: ExitStack, group: Group, code: str, *arguments: str) -> Member:
    member = Member(group, code, *arguments)
    scene.callback(member.close)
    return member


def grows(scene: ExitStack, groups: Groups, code: str, *arguments: str) -> int:
    """By how much a new group grows by a program's first step."""
    group = group_in(scene, groups)
    member = member_in(scene, group, code, *arguments)
    before = group.memory_bytes()
    assert member.go()
    return group.memory_bytes() - before


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A file that lies on a disk, and not in the kernel's cache."""
    kind = subprocess.run(["stat", "-f", "-c", "%T", tmp_path], capture_output=True, text=True, check=True).stdout
    if kind.strip() == "tmpfs":
        pytest.skip("the folder for temporary files is in memory (see pytest's --basetemp)")
    path = tmp_path / "file"
    with path.open("wb") as opened:
        opened.write(os.urandom(SIZE))
        opened.flush()
        os.fsync(opened.fileno())
        os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return str(path)


def test_a_file_of_the_host_counts_for_the_group_that_reads_it_first(
    scene: ExitStack, groups: Groups, file: str
) -> None:
    assert grows(scene, groups, READ, file) > SIZE - NOISE
    assert grows(scene, groups, READ, file) < NOISE


def test_what_is_cached_of_files_is_let_go_at_the_limit(scene: ExitStack, groups: Groups, file: str) -> None:
    group = group_in(scene, groups)
    reader = member_in(scene, group, READ, file)
    group.begin(SIZE // 4, processes=4)
    assert reader.go() == reader.process.pid
    assert (group.oom_kills(), group.starved()) == (0, False)


MAKE_FILE = f"fd = os.memfd_create('x')\nfor _ in range({SIZE >> 16}): os.write(fd, b'x' * (1 << 16))\n"


def test_a_file_in_memory_counts_for_the_group_that_writes_it_until_it_is_gone(
    scene: ExitStack, groups: Groups
) -> None:
    """A memory file and one in /tmp are the same to the kernel."""
    group = group_in(scene, groups)
    writer = member_in(scene, group, MAKE_FILE + "step()\nos.close(fd)\n")
    before = group.memory_bytes()
    writer.go()
    assert group.memory_bytes() - before > SIZE - NOISE
    writer.go()
    assert group.memory_bytes() - before < NOISE


@pytest.mark.parametrize("code", [MAKE_FILE, f"x = b'x' * {SIZE}"], ids=["file in memory", "anonymous"])
def test_what_cannot_be_let_go_is_killed_at_the_limit(scene: ExitStack, groups: Groups, code: str) -> None:
    """Where the host has swap, it is not used to get around the limit."""
    group = group_in(scene, groups)
    eater = member_in(scene, group, code)
    group.begin(SIZE // 4, processes=4)
    assert eater.go() == 0
    assert eater.process.wait() == -9
    assert (group.oom_kills(), group.starved()) == (1, False)


def test_pages_of_the_maker_count_for_it_until_they_are_written(scene: ExitStack, groups: Groups) -> None:
    """A cell pays for nothing that its zygote loaded, and for what it changes of it."""
    code = f"""
x = bytearray(b"x") * {SIZE}
if os.fork():
    os.wait()
    sys.exit()
step()
x.count(b"y")
step()
for i in range(0, len(x), 4096): x[i] = 1
"""
    makers, cells = group_in(scene, groups), group_in(scene, groups)
    maker = member_in(scene, makers, code)
    child = maker.go()
    cells.add(child)
    before = cells.memory_bytes()
    assert maker.go() == child
    assert cells.memory_bytes() - before < NOISE
    assert maker.go() == child
    assert cells.memory_bytes() - before > SIZE - NOISE


def test_the_peak_counts_from_the_beginning_of_a_run(scene: ExitStack, groups: Groups) -> None:
    group = group_in(scene, groups)
    code = f"for n in ({SIZE}, {2 * SIZE}):\n    x = b'x' * n\n    del x\n    step()\nx = b'x' * {SIZE}"
    member = member_in(scene, group, code)
    for times in (1, 2, 1):
        group.begin(4 * SIZE, processes=4)
        before = group.memory_bytes()
        member.go()
        peak = group.peak_bytes()
        group.end()
        if peak is None:
            pytest.skip("this kernel tells no peak")
        assert abs(peak - before - times * SIZE) < NOISE


def test_cpu_time_of_short_work_is_exact_once_it_sleeps(scene: ExitStack, groups: Groups) -> None:
    """Not in ticks of some milliseconds: the group says the same as the clock of its only process."""
    group = group_in(scene, groups)
    member = member_in(scene, group, "while True:\n    for i in range(20_000): pass\n    step()")
    pid = member.process.pid

    def clocks() -> tuple[int, int]:
        await_sleep(pid)
        return group.cpu_ns(), process_cpu_ns(pid)

    member.go()
    for _ in range(20):
        group_before, before = clocks()
        member.go()
        group_after, after = clocks()
        assert abs((group_after - group_before) - (after - before)) * 20 < after - before
