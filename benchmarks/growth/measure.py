"""Judge one solution once: build it, measure its growth, keep all that was seen."""

from __future__ import annotations

import hashlib
import hmac
import os
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from time import perf_counter
from typing import Any

from benchmarks.growth.bank import BankTask, case_maker
from benchmarks.growth.corpora import AnyTask
from benchmarks.growth.corpus import Drawn, Label, Solution, Task
from benchmarks.growth.record import Judgement
from judge.compared import compared_with
from judge.growth import Budget, WrongAtSize, measure_growth
from judge.growth.runs import Maker as AnyMaker
from judge.languages import UnknownLanguage, language_for
from judge.languages.build import Builder, BuildFault
from judge.languages.host import missing_here
from judge.problem.cases import SetterFault
from judge.problem.model import Problem
from judge.report import FamilyGrowth, GrowthDecided, Verdict
from sandbox.api import Execution, Program, Sandbox, Strength
from sandbox.api import Task as Run


@dataclass(frozen=True, slots=True)
class Maker:
    """Inputs of one secret, sizes of another: neither tells of the other."""

    drawn: Drawn
    secret: bytes  # of the sizes

    def draw(self, family: str, size: int, salt: int) -> bytes:
        return self.drawn.draw(family, size, salt)


def maker(task: Task, seed: bytes, repeat: int) -> Maker:
    """The secrets of a (task, repeat) of a run: every solution of the task gets the same inputs, every repeat fresh
    ones."""
    inputs, sizes = (
        hmac.new(seed, f"{use}/{task.name}/{repeat}".encode(), hashlib.sha256).digest() for use in ("inputs", "sizes")
    )
    return Maker(Drawn(task, inputs), sizes)


def maker_of(task: AnyTask, seed: bytes, repeat: int, sandbox: Sandbox, cache: Path) -> AnyMaker:
    """`cache`: the folder that keeps what a problem of the bank makes in cells."""
    if isinstance(task, BankTask):
        return case_maker(task, seed, repeat, sandbox, cache)
    return maker(task, seed, repeat)


class Metered:
    """A sandbox that adds up the CPU time of its cells."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._lock = threading.Lock()
        self.cpu_ns = 0

    def run(self, task: Run) -> Execution:
        execution = self._sandbox.run(task)
        with self._lock:
            self.cpu_ns += execution.cpu_ns
        return execution

    def strength(self) -> Strength:
        return self._sandbox.strength()

    def close(self) -> None:
        """Whoever opened the sandbox closes it."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sandbox, name)


def why_not_here(task: AnyTask, solution: Solution) -> str:
    """Why this host cannot judge a solution; empty where it can."""
    interface = task.problem().spec.interface
    for one in (solution,) if isinstance(task, BankTask) else (solution, compared(task, solution)[0]):
        try:
            language = language_for(one.language)
        except UnknownLanguage as error:
            return str(error)
        why = language.cannot(interface) or missing_here(language)
        if why:
            return why
    return ""


def compared(task: Task, solution: Solution) -> tuple[Solution, Budget]:
    """With what a solution is compared, and how: the reference; for one in another language a right solution in that
    language, as a problem's accepted ones serve, where there is one beside itself."""
    reference = task.solutions[0]
    if solution.language == reference.language == "python":
        return reference, Budget()
    try:
        language = language_for(solution.language)
    except UnknownLanguage:
        return reference, Budget()
    alike = [
        other
        for other in task.solutions
        if other.language == solution.language and other.label is Label.RIGHT and other.name != solution.name
    ]
    if solution.language == reference.language or alike:
        budget = Budget.of_language(language.warms_up, language.frees_at_once)
    else:
        budget = Budget.between_languages(language.warms_up)
    chosen = reference if solution.language == reference.language or not alike else alike[0]
    return chosen, replace(budget, steps=language.counts_steps)


class CannotBuild(Exception):
    """A text of the corpus is no program here."""


def build(problem: Problem, solution: Solution, sandbox: Sandbox, folder: Path) -> Program:
    """As a submission is built. Raises CannotBuild with the compiler's words."""
    spec = problem.spec
    plan = language_for(solution.language).plan(solution.source, spec.interface, spec.runtime)
    made = Builder(sandbox, folder).build(plan, owner=token_hex(8))
    if made.program is None:
        raise CannotBuild(f"{solution.name} does not build: {made.message}")
    return made.program


def opponent(
    task: AnyTask, solution: Solution, program: Program, sandbox: Sandbox, folder: Path
) -> tuple[Program, Budget]:
    """What `program`, the solution's, is measured against, and how. Raises CannotBuild."""
    if isinstance(task, BankTask):
        return compared_with(task.loaded, language_for(solution.language), program, Builder(sandbox, folder))
    other, budget = compared(task, solution)
    reference = build(task.problem(), other, sandbox, folder)
    if not program.command and not reference.command:
        reference = replace(reference, runtime=program.runtime)  # both pay for the same runtime
    return reference, budget


def judge_one(
    task: AnyTask, solution: Solution, drawn: AnyMaker, sandbox: Sandbox, builds: Path, repeat: int = 0, busy: int = 0
) -> Judgement:
    """Whatever happens becomes part of the judgement, but a sandbox that cannot be had (SandboxError)."""
    problem = task.problem()
    metered = Metered(sandbox)
    families: list[FamilyGrowth] = []
    failure = verdict = ""
    load, began = os.getloadavg()[0], perf_counter()
    try:
        program = build(problem, solution, metered, builds)
        reference, budget = opponent(task, solution, program, metered, builds)
        metered.cpu_ns = 0  # building is not measuring
        for event in measure_growth(problem, program, reference, drawn, metered, budget):
            if isinstance(event, GrowthDecided):
                families.append(event.growth)
    except WrongAtSize as wrong:
        failure, verdict = str(wrong), str(wrong.verdict)
    except (CannotBuild, BuildFault, SetterFault) as error:
        failure, verdict = str(error), str(Verdict.JE)
    return Judgement(
        task=task.name,
        solution=solution.name,
        label=solution.label,
        families=tuple(families),
        seconds=perf_counter() - began,
        failure=failure,
        verdict=verdict,
        kind=solution.kind,
        language=solution.language,
        repeat=repeat,
        busy=busy,
        load=round(load, 2),
        cells_cpu_ns=metered.cpu_ns,
        corpus=task.corpus,
    )
