"""Building a submission: in the sandbox, and once for the same text, flags and compiler.

What was built lies in LANDAU_HOME/cache/builds by the digest of all it was made of. An entry that is cut or damaged is
a miss; losing one costs only time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from judge.languages.language import Plan
from judge.problem.cache import Cache, digest
from sandbox.api import Build, Execution, Program, Sandbox, SandboxError, Status, Task
from sandbox.guest import wire
from sandbox.toolchains import find

LARGEST_BYTES = 512 << 20  # of all builds together
_PLACE = re.compile(r"(?<![\w/])(?:\.\.)?/(?:program|tmp)/")


# What sandbox.toolchains says where a backend looks for a compiler in a place of its own.
NOT_INSTALLED = " is not installed: "


class BuildFault(Exception):
    """The sandbox failed; never the submission's fault."""


@dataclass(frozen=True, slots=True)
class BuiltProgram:
    """`program` is None where the text is none; `message` is then the compiler's, else its warnings or nothing."""

    program: Program | None
    message: str = ""


class Builder:
    """Safe for many threads and processes on one folder. `folder`: None keeps nothing."""

    def __init__(self, sandbox: Sandbox, folder: Path | None) -> None:
        self.sandbox = sandbox
        self.cache = None if folder is None else Cache(folder, LARGEST_BYTES)

    def build(self, plan: Plan, owner: str = "") -> BuiltProgram:
        """The program that the cases run, as `owner`. Raises BuildFault."""
        files: dict[str, bytes] = {}
        message = ""
        if plan.driver is not None:
            made, said = self._make(plan.driver)
            if made is None and NOT_INSTALLED in said:
                return BuiltProgram(None, said)
            if made is None:
                raise BuildFault(f"the driver does not build: {said}")
            files.update(made)
        if plan.build is not None:
            task = replace(plan.build, program=replace(plan.build.program, owner=owner))
            made, message = self._make(task)
            if made is None:
                return BuiltProgram(None, message)
            files.update(made)
        return BuiltProgram(replace(plan.run(files), owner=owner), message)

    def _make(self, task: Task) -> tuple[Mapping[str, bytes] | None, str]:
        """What a task leaves, kept or made, and what was said; None where it fails."""
        key = self._key(task)
        kept = self._kept(key)
        if kept is not None:
            return kept, ""
        execution = self.sandbox.run(task)
        if execution.status is Status.FAULT and NOT_INSTALLED in execution.message:
            return None, execution.message
        if execution.status is Status.FAULT:
            raise BuildFault(execution.message)
        if execution.status is not Status.OK:
            return None, words(execution, task)
        made = _files(execution.answer)
        self._keep(key, made)
        return made, words(execution, task)

    def _key(self, task: Task) -> str | None:
        """What the build is made of; None where keeping it is not worth the while: a mere check of the text."""
        if self.cache is None or not isinstance(task.entry, Build):
            return None
        program = task.program
        files = [part for name in sorted(program.files) for part in (name, program.files[name])]
        try:
            identity = toolchain_identity(program.toolchain)
        except SandboxError:
            return None  # the backend's own, of which nothing is known here
        made_of = (*program.command, "", *task.entry.outputs, "", *identity)
        return digest("build", self.sandbox.strength().backend, *made_of, "", *files)

    def _kept(self, key: str | None) -> Mapping[str, bytes] | None:
        return _checked(self.cache.get(key)) if self.cache and key else None

    def _keep(self, key: str | None, built: Mapping[str, bytes]) -> None:
        if self.cache and key:
            self.cache.put(key, dict(built))


def toolchain_identity(name: str) -> list[str]:
    """What tells one installed compiler from the next: its programs' places, sizes and times."""
    found = find(name)
    identity = [*found.folders]
    for path in found.paths.values():
        state = Path(path).stat()
        identity += [path, str(state.st_size), str(state.st_mtime_ns)]
    return identity


def words(execution: Execution, task: Task) -> str:
    """What the compiler said, with files called as the person knows them; else what stopped it."""
    said = _PLACE.sub("", execution.message).strip()
    seconds, megabytes = task.limits.cpu_ns / 1e9, task.limits.memory_bytes >> 20
    stopped = {
        Status.CPU_LIMIT: f"building was stopped after {seconds:g} s of CPU time",
        Status.WALL_LIMIT: f"building was stopped after {task.limits.wall_ns / 1e9:g} s",
        Status.MEMORY_LIMIT: f"building needed more than {megabytes} MB",
        Status.OUTPUT_LIMIT: f"what was built is larger than {task.limits.output_bytes >> 20} MB",
    }.get(execution.status)
    if stopped is not None:
        return f"{stopped}\n{said}".strip()
    if execution.status is not Status.OK:
        return said or f"building ended with {execution.status}"
    return said


def _files(answer: bytes | None) -> Mapping[str, bytes]:
    """The artefacts of a build; a check has none."""
    try:
        return _checked(wire.decode(answer) if answer else None) or {}
    except wire.WireError:
        return {}


def _checked(value: Any) -> Mapping[str, bytes] | None:
    """`value` if it is names with their contents, whoever wrote it."""
    if not isinstance(value, dict):
        return None
    good = all(isinstance(name, str) and isinstance(data, bytes) for name, data in value.items())
    return value if good else None
