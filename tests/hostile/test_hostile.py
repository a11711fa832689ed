"""Every program in programs/ attacks the sandbox; its header says the exact outcome it must get.

Header keys: idea; expect (statuses, joined by "or"); answer (JSON), exit_code, signal: all that must hold too; entry
("function attack" unless given); input (Python; `{project}` is this checkout); limits; runs: that often, in fresh cells
of one sandbox; needs: cgroup or process-limit, without which the attack is skipped.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from sandbox.api import Accounting, Entry, Function, Limits, Main, Program, Sandbox, Script, Status, Task
from sandbox.api import Compile as CompileEntry
from sandbox.guest import wire
from tests.sandbox.kit import OWNER, Leftovers, settled, task, unlimited_processes, until

PROGRAMS = Path(__file__).parent / "programs"
PROJECT = Path(__file__).parent.parent.parent
UNITS = {"ms": ("_ns", 1_000_000), "mib": ("_bytes", 1 << 20), "kib": ("_bytes", 1 << 10)}
# No test of a limit should have to wait for the other one.
DEFAULT = Limits(cpu_ns=5_000_000_000, wall_ns=20_000_000_000)


@dataclass(frozen=True)
class Case:
    """One program with its header."""

    path: Path
    header: dict[str, str]

    @property
    def entry(self) -> Entry:
        kind, _, name = self.header.get("entry", "function attack").partition(" ")
        return {
            "function": Function(name),
            "script": Script(name),
            "main": Main(),
            "compile": CompileEntry(),
        }[kind]

    @property
    def value(self) -> Any:
        text = self.header.get("input", '""' if isinstance(self.entry, Main) else "()")
        names = {"Stream": wire.Stream, "ProbeSequence": wire.ProbeSequence}
        return eval(text.replace("{project}", repr(str(PROJECT))), names)

    @property
    def limits(self) -> Limits:
        changes = {}
        for pair in self.header.get("limits", "").split():
            name, _, number = pair.partition("=")
            stem, _, unit = name.rpartition("_")
            suffix, factor = UNITS.get(unit, ("", 1))
            changes[stem + suffix if suffix else name] = int(number) * factor
        return replace(DEFAULT, **changes)

    @property
    def task(self) -> Task:
        data, attachments = wire.encode_input(self.value)
        program = replace(Program.single(self.path.read_bytes()), owner=OWNER)
        return Task(program, self.entry, data, self.limits, attachments)


def read(path: Path) -> Case:
    header = {}
    for line in path.read_text().splitlines():
        if not line.startswith("# "):
            break
        key, _, value = line[2:].partition(": ")
        header[key] = value.strip()
    return Case(path, header)


CASES = [read(path) for path in sorted(PROGRAMS.glob("*.py"))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_gets_what_its_header_says(case: Case, sandbox: Sandbox) -> None:
    sampled = sandbox.strength().accounting is Accounting.SAMPLED
    if case.header.get("needs") == "cgroup" and sampled:
        pytest.skip("this host gives us no cgroup, so files in /tmp are not counted as memory")
    if case.header.get("needs") == "process-limit" and unlimited_processes(sandbox):
        pytest.skip(
            "the kernel does not limit root's processes without a cgroup; run the tests as an ordinary user too"
        )
    expected = [Status(name) for name in case.header["expect"].split(" or ")]
    for _ in range(int(case.header.get("runs", "1"))):
        seen = sandbox.run(case.task)
        assert seen.status in expected, seen
        if "answer" in case.header:
            assert seen.answer is not None
            assert wire.decode(seen.answer) == json.loads(case.header["answer"])
        for name in ("exit_code", "signal"):
            if name in case.header:
                assert getattr(seen, name) == int(case.header[name])
        assert (seen.answer is not None) == (seen.status is Status.OK and not isinstance(case.entry, CompileEntry))
        assert len(seen.stdout) <= case.limits.stdout_bytes
        assert len(seen.stderr) <= case.limits.stdout_bytes
        assert len(seen.message.encode()) < 100_000


def test_every_header_is_whole() -> None:
    keys = {"idea", "expect", "answer", "exit_code", "signal", "entry", "input", "limits", "runs", "needs", "coding"}
    assert len(CASES) >= 25
    for case in CASES:
        assert {"idea", "expect"} <= case.header.keys() <= keys, case.path


def test_all_of_them_leave_nothing_behind(own_sandbox: Sandbox) -> None:
    """Processes, mounts, groups, descriptors and containers are after all attacks what they were before."""
    warm = task("def f():\n    return 1\n")
    for _ in range(6):  # until all slots are there
        own_sandbox.run(warm)
    before = settled()
    for name in ("setsid_daemon", "fork_bomb", "cpu_in_orphan", "memory_in_child", "tmp_fill", "program_leaves_child"):
        own_sandbox.run(read(PROGRAMS / f"{name}.py").task)
    assert own_sandbox.run(warm).status is Status.OK
    assert until(lambda: Leftovers.count() == before), (Leftovers.count(), before)
