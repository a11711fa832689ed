"""The cases of one problem on one installation, and what the reference says to them.

Hidden cases are drawn from the installation's secret: the same for everybody here and for a rejudge, unknown to who
reads the repository. All is made in cells and kept on disk by what it was made of.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from judge.languages import language_for
from judge.problem.cache import Cache, digest
from judge.problem.model import Case, Draw, ExpectedAnswer, Problem
from judge.problem.setter import (
    INSIDE,
    LANDAU_CASES,
    SETTER_LIMITS,
    SetterFault,
    call_setter,
    how_it_ended,
    shape_of,
)
from judge.problem.task import task_for
from judge.report import Tier
from sandbox.api import Program, Sandbox, Status
from sandbox.guest import wire

__all__ = ["CaseMaker", "SetterFault"]

GUEST = Path(wire.__file__)
CARRY = ("wire.py", "carried.py", "frames.py", "query.py")
# Any change of what makes or carries cases makes them anew.
MACHINERY = digest(INSIDE, LANDAU_CASES, *(GUEST.with_name(name).read_bytes() for name in CARRY))
# Growth counts its own draws from 0; hidden cases must not be among them.
HIDDEN_SALT = 1_000_000_000
REFERENCE = "reference"  # the owner of its cells


class CaseMaker:
    """Safe to use from several threads."""

    def __init__(self, problem: Problem, sandbox: Sandbox, secret: bytes, cache: Path) -> None:
        self.problem = problem
        self.sandbox = sandbox
        self.secret = secret
        self.cache = Cache(cache)
        self._counts: dict[str, int] = {}
        self.shape = shape_of(problem.spec.interface)
        self.interface = problem.spec.interface.model_dump_json()
        self.content = digest(MACHINERY, problem.cases_source, self.interface, problem.spec.runtime)

    def samples(self) -> list[Case]:
        return [
            Case(Tier.SAMPLE, f"sample {number}", message, visible=True, note=note)
            for number, (message, _, note) in enumerate(self._samples(), 1)
        ]

    def sample_answers(self) -> list[bytes]:
        """What the setter says the answers are; wire."""
        return [answer for _, answer, _ in self._samples()]

    def hidden(self, full: bool = False) -> list[Case]:
        """Edge, adversarial and scale cases, in this order. `full`: also those too large for every day."""
        seed = self._seed("edges")
        edges = self._kept("edges", lambda: call_setter(self.sandbox, self.problem, "edges", self.shape, seed), seed)
        cases = [Case(Tier.EDGE, label, message, visible=False) for label, message in edges]
        draws = self.problem.spec.draws
        for tier, wanted in ((Tier.ADVERSARIAL, draws.adversarial), (Tier.SCALE, draws.scale)):
            for salt, draw, name in _each(wanted, full):
                message = self.draw(draw.family, draw.size, HIDDEN_SALT + salt)
                cases.append(Case(tier, name, message, visible=False, family=draw.family, size=draw.size))
        return cases

    def draw(self, family: str, size: int, salt: int) -> bytes:
        """An input of a family, the same for the same secret, content, family, size and salt; wire, whole."""
        seed = self._seed("draw", family, size, salt)
        arguments = self.shape, family, size, seed
        return bytes(
            self._kept("draw", lambda: call_setter(self.sandbox, self.problem, "draw", *arguments), family, size, seed)
        )

    def expected(self, input: bytes) -> ExpectedAnswer:
        """What the reference says to an input, and what that cost here. Raises SetterFault where it fails."""
        reference = self.problem.reference
        program = reference_program(self.problem)
        key = digest("expected", MACHINERY, reference.source, self.interface, program.runtime, program.main, input)
        kept = self.cache.get(key)
        if kept is not None:
            return ExpectedAnswer(*kept)
        execution = self.sandbox.run(task_for(self.problem, program, input, SETTER_LIMITS))
        if execution.status is not Status.OK or execution.answer is None:
            raise SetterFault(f"the reference {reference.name}", how_it_ended(execution))
        made = execution.answer, execution.cpu_ns, execution.memory_bytes, execution.probes
        self.cache.put(key, made)
        return ExpectedAnswer(*made)

    def counted(self, program: Program, input: bytes, count: Callable[[], int | None]) -> int | None:
        """The instructions of a program of the problem on an input: exact, so `count` is called once for them. Kept for
        as long as this object and its sandbox are: another Python counts otherwise."""
        key = digest(program.files[program.main], program.runtime, program.main, input)
        if key not in self._counts:
            made = count()
            if made is None:
                return None
            self._counts[key] = made
        return self._counts[key]

    def validate(self, input: bytes) -> str | None:
        """Why an input is not one of this problem; None where it is."""
        why = call_setter(self.sandbox, self.problem, "validate", self.shape, input)
        return None if why is None else str(why)

    def _samples(self) -> Any:
        return self._kept("samples", lambda: call_setter(self.sandbox, self.problem, "samples", self.shape))

    def _kept(self, what: str, make: Any, *parts: str | int) -> Any:
        key = digest(what, self.content, *parts)
        value = self.cache.get(key)
        if value is None:
            value = make()
            self.cache.put(key, value)
        return value

    def _seed(self, *parts: str | int) -> int:
        named = digest(self.problem.slug, self.content, *parts)
        return int.from_bytes(hmac.new(self.secret, named.encode(), hashlib.sha256).digest(), "big")


def reference_program(problem: Problem) -> Program:
    """The reference is Python, or a query, which nothing has to be built for."""
    spec = problem.spec
    language = language_for(problem.reference.path)
    program = language.plan(problem.reference.source, spec.interface, spec.runtime).run({})
    return replace(program, owner=REFERENCE)


def _each(draws: list[Draw], full: bool) -> Iterator[tuple[int, Draw, str]]:
    """Each draw with its salt (which does not hang on `full`) and its name."""
    salt = 0
    for draw in draws:
        for number in range(1, draw.count + 1):
            if full or not draw.full_only:
                yield salt, draw, draw.family if draw.count == 1 else f"{draw.family} {number}"
            salt += 1
