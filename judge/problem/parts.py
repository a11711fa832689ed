"""The parts of a problem's folder, and what proves each of them. A proof says what is wrong, with its place, or ""."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from judge.checkers import compare
from judge.evaluate import Submitted, evaluate
from judge.problem.cases import CaseMaker
from judge.problem.faults import Fault, shown_path
from judge.problem.interface import SqlInterface
from judge.problem.load import is_marked
from judge.problem.model import Expected, Problem
from judge.problem.places import in_cases, in_yaml
from judge.problem.setter import SetterFault, call_setter
from judge.problem.spoken import default_language
from judge.report import Verdict, report_of
from sandbox import open_sandbox
from sandbox.api import Sandbox

COMMENTS = ("#", '"""', "//", "/*", "--")
OWN_FILES = ("cases.py", "checker.py")


def prove_part(
    prove: Callable[[Problem, Sandbox, CaseMaker], str], problem: Problem, sandbox: Sandbox, maker: CaseMaker
) -> str:
    """What a proof says; where the problem's own code fails, that, with its file and line."""
    try:
        return prove(problem, sandbox, maker)
    except SetterFault as fault:
        inside = fault.place.startswith(OWN_FILES)
        return f"{shown_path(problem.folder / fault.place)}: {fault.message}" if inside else str(fault)


def texts(problem: Problem, _sandbox: Sandbox, _maker: CaseMaker) -> str:
    written = {"statement.md": problem.statement, "hints.md": problem.hints, "editorial.md": problem.editorial}
    empty = [name for name, text in written.items() if not text or (isinstance(text, str) and not text.strip())]
    return f"{' and '.join(empty)} {'is' if len(empty) == 1 else 'are'} empty" if empty else ""


def ideas(problem: Problem, _sandbox: Sandbox, _maker: CaseMaker) -> str:
    for known in problem.known:
        lines = known.source.splitlines()
        at = 1 if is_marked(known.source) else 0
        idea = lines[at : at + 1]
        if not idea or not idea[0].lstrip().startswith(COMMENTS) or len(idea[0].strip('# "/*-')) == 0:
            return str(Fault(known.path, f"{known.name} does not begin with a comment that says its idea", at + 1))
    traps = [known for known in problem.known if known.expected is not Expected.ACCEPTED]
    return "" if traps else "no trap: nothing shows that the judgement can fail"


def families(problem: Problem, _sandbox: Sandbox, _maker: CaseMaker) -> str:
    if len(problem.spec.growth.families) > 1:
        return ""
    return in_yaml(problem, ("growth", "families"), "only one: a solution made for it would pass")


def samples(problem: Problem, sandbox: Sandbox, maker: CaseMaker) -> str:
    cases = maker.samples()
    if not cases:
        return in_cases(problem, "samples", "there are none")
    for at, (case, answer) in enumerate(zip(cases, maker.sample_answers(), strict=True)):
        why = maker.validate(case.input)
        if not why:
            expected = maker.expected(case.input)
            why = compare(problem, sandbox, case.input, expected.answer, answer, expected.probes)
            why = why and f"cases.py and the reference differ: {why}"
        if why:
            return in_cases(problem, "samples", f"{case.name}: {why}", item=at)
    return ""


def edges(problem: Problem, _sandbox: Sandbox, maker: CaseMaker) -> str:
    seen: set[str] = set()
    for case in maker.hidden(full=False):
        if case.family is None:
            if case.name in seen:
                return in_cases(problem, "edges", f"two edges are called {case.name!r}", label=case.name)
            seen.add(case.name)
        why = maker.validate(case.input)
        if why:
            message = f"{sized(case.name, case.size)}: {why}"
            return in_cases(problem, case.family or "edges", message, label=case.name)
    return "" if seen else in_cases(problem, "edges", "there are no edges")


def generators(problem: Problem, sandbox: Sandbox, maker: CaseMaker) -> str:
    """Made twice, past the cache, under two hash seeds; also at sizes that only growth asks for, up to the largest."""
    with open_sandbox() as other:

        def twice(function: str, *arguments: object) -> list[Any]:
            return [call_setter(one, problem, function, maker.shape, *arguments) for one in (sandbox, other)]

        one, again = twice("edges", 1)
        if one != again:
            return in_cases(problem, "edges", f"edges(rng) gives two lists for the same rng; {_HINT}")
        for family in problem.spec.growth.families:
            for size in (family.smallest, family.smallest * 2 + 1):
                one, again = twice("draw", family.name, size, 1)
                if one != again:
                    message = f"{family.name}({size}, rng) gives two inputs for the same rng; {_HINT}"
                    return in_cases(problem, family.name, message)
                if misfit := _misfit(problem, maker, family.name, size, one):
                    return misfit
    for family in problem.spec.growth.families:
        if family.measures:
            largest = call_setter(sandbox, problem, "draw", maker.shape, family.name, family.largest, 1)
            if misfit := _misfit(problem, maker, family.name, family.largest, largest):
                return misfit
    return ""


def _misfit(problem: Problem, maker: CaseMaker, family: str, size: int, drawn: bytes) -> str:
    why = maker.validate(drawn)
    return in_cases(problem, family, f"{sized(family, size)}: {why}") if why else ""


_HINT = "draw from rng alone, and never in the order of a set"


def starter(problem: Problem, sandbox: Sandbox, maker: CaseMaker) -> str:
    spoken = default_language(problem.spec.interface)
    events = evaluate(Submitted(problem.starter, spoken.name), problem, sandbox, maker, mode="run")
    report = report_of(events)
    if report.verdict in (Verdict.AC, Verdict.CE, Verdict.JE):
        file = "starter.sql" if isinstance(problem.spec.interface, SqlInterface) else "starter.py"
        return f"{shown_path(problem.folder / file)}: {report.verdict}: {report.sentence}"
    return ""


def sized(name: str, size: int | None) -> str:
    return f"{name} (size {size:,})" if size else name


PARTS: tuple[tuple[str, str, Callable[[Problem, Sandbox, CaseMaker], str]], ...] = (
    ("texts", "statement, hints and editorial are written", texts),
    ("submissions", "a trap, and an idea in the first line of each", ideas),
    ("families", "two or more", families),
    ("samples", "the reference's answers, valid inputs", samples),
    ("edges", "labels that differ, valid inputs", edges),
    ("generators", "the same input twice, valid inputs", generators),
    ("starter", "fails on the samples", starter),
)
