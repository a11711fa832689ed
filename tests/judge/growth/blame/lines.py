"""Finds the line to blame of a known worse program, by a short climb instead of a whole measurement of growth."""

from __future__ import annotations

from judge.growth.blame import Blame, find_line
from judge.growth.blame.outline import outline
from judge.growth.complexity import parse_class
from judge.growth.ladder import Sizes
from judge.growth.runs import Maker, Recorder, WrongAtSize
from judge.problem.model import Problem
from judge.report import Resource, Role, Verdict
from sandbox.api import Program, Sandbox

LONG_NS = 100_000_000  # a run that takes so long ends the climb
LIMIT_NS = 800_000_000


def line_of(
    problem: Problem, program: Program, reference: Program, maker: Maker, sandbox: Sandbox, family: str, what: Resource
) -> Blame | None:
    recorder = Recorder(problem, family, program, reference, maker, sandbox)
    spec = problem.spec.growth
    (found,) = [one for one in spec.families if one.name == family]
    sizes = []
    for size in Sizes(found, problem.slug, b"lines").doubling():
        recorder.run(Role.REFERENCE, size, 8 * LIMIT_NS)
        try:
            if recorder.run(Role.SUBMISSION, size, LIMIT_NS).stopped is not None:
                break
        except WrongAtSize as wrong:
            if wrong.verdict is not Verdict.TLE:  # on a busy host the wall's limit may come first
                raise
            break
        sizes.append(size)
        if max(recorder.fastest(role, size) for role in Role) > LONG_NS:
            break
    required = {Resource.TIME: spec.time, Resource.MEMORY: spec.space or "1", Resource.PROBES: spec.probes or "log n"}
    return find_line(recorder, sizes, parse_class(required[what]), what)


def near(source: str, blame: Blame, wanted: str) -> bool:
    """Whether the line that is wanted was blamed, or the head of the loop right around it, or a line of the loop whose
    head is wanted: of a nested loop, head and body are one answer."""
    if wanted in source.splitlines()[blame.line - 1]:
        return True
    program = outline(source)
    assert program is not None
    right = [number for number, line in enumerate(source.splitlines(), 1) if wanted in line]
    loops = [program.loop_at(line) for line in right]
    said = program.loop_at(blame.line)
    if blame.runs == 0:
        return False
    return any(loop is not None and loop is said for loop in loops)
