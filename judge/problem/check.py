"""Prove a problem on this host: its parts fit, and every known submission gets the judgement that its folder says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from judge.checkers import compare
from judge.evaluate import Mode, Submitted, evaluate
from judge.languages import language_for
from judge.languages.host import missing_here
from judge.problem.cases import CaseMaker, SetterFault
from judge.problem.load import is_marked
from judge.problem.model import Expected, Known, Problem
from judge.problem.setter import call_setter
from judge.report import CaseFinished, Decided, Outcome, Report, Resource, Verdict
from sandbox import open_sandbox
from sandbox.api import MIB, Sandbox

# What is right must stay right on a slower or busier host.
TIME_SHARE = 1 / 3
MEMORY_SHARE = 2 / 3
COMMENTS = ("#", '"""', "//", "/*", "--")


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One thing that was proved, or not."""

    problem: str  # slug
    what: str  # "too_slow/sort_each_insert.py", "samples"
    expected: str  # in words
    got: str
    ok: bool
    cpu_ns: int = 0  # the slowest case's
    memory_bytes: int = 0  # the largest case's
    detail: str = ""  # one sentence where there is more to say


def check_problem(problem: Problem, sandbox: Sandbox, maker: CaseMaker, *, full: bool = False) -> Iterator[CheckRow]:
    """A row for each part of the folder, then one for each known submission, as they are proved. `full`: with the cases
    that are too large for every day."""
    parts: list[tuple[str, str, Callable[[Problem, Sandbox, CaseMaker], str]]] = [
        ("texts", "statement, hints and editorial are written", _texts),
        ("submissions", "a trap, and an idea in the first line of each", _ideas),
        ("families", "two or more", _families),
        ("samples", "the reference's answers, valid inputs", _samples),
        ("edges", "labels that differ, valid inputs", _edges),
        ("generators", "the same input twice, valid inputs", _generators),
        ("starter", "fails on the samples", _starter),
    ]
    for what, expected, prove in parts:
        try:
            fault = prove(problem, sandbox, maker)
        except SetterFault as error:
            fault = str(error)
        yield CheckRow(problem.slug, what, expected, fault or "holds", ok=not fault)
    for known in problem.known:
        yield check_known(problem, known, sandbox, maker, full=full)


def check_known(problem: Problem, known: Known, sandbox: Sandbox, maker: CaseMaker, *, full: bool = False) -> CheckRow:
    """Judge one known submission as a person's. What this host has no compiler for is not proved, and no fault."""
    missing = missing_here(language_for(known.path))
    if missing:
        return CheckRow(problem.slug, known.name, EXPECTED[known.expected], "not proved here", ok=True, detail=missing)
    report = _judge(Submitted(known.source, language_for(known.path).name), problem, sandbox, maker, "submit", full)
    return judged(problem, known, report)


def judged(problem: Problem, known: Known, report: Report) -> CheckRow:
    """Whether a report is what the submission's folder says. Pure."""
    ok = matches(known.expected, report)
    detail = report.sentence if not ok else ""
    if ok and known.expected is Expected.ACCEPTED:
        detail = margins(problem, report)
        ok = not detail
    growth = f", growth {report.growth}" if report.growth is not None else ""
    return CheckRow(
        problem=problem.slug,
        what=known.name,
        expected=EXPECTED[known.expected],
        got=f"{report.verdict}{growth}",
        ok=ok,
        cpu_ns=report.cpu_ns,
        memory_bytes=report.memory_bytes,
        detail=detail,
    )


EXPECTED = {
    Expected.ACCEPTED: "AC, growth within",
    Expected.TOO_SLOW: "right, but too slow",
    Expected.WRONG: "WA",
    Expected.TOO_MUCH_MEMORY: "MLE, or memory exceeds",
    Expected.RUNTIME_ERROR: "RTE",
}


def matches(expected: Expected, report: Report) -> bool:
    failing = {case.verdict for case in report.cases} - {Verdict.AC}
    exceeding = {family.resource for family in report.families if family.outcome is Outcome.EXCEEDS}
    match expected:
        case Expected.ACCEPTED:
            return report.verdict is Verdict.AC and report.growth is not Outcome.EXCEEDS
        case Expected.TOO_SLOW:
            slow = bool(exceeding & {Resource.TIME, Resource.PROBES, Resource.STEPS}) or Verdict.TLE in failing
            return report.verdict in (Verdict.AC, Verdict.TLE) and failing <= {Verdict.TLE} and slow
        case Expected.WRONG:
            return report.verdict is Verdict.WA
        case Expected.TOO_MUCH_MEMORY:
            large = Resource.MEMORY in exceeding or Verdict.MLE in failing
            return report.verdict in (Verdict.AC, Verdict.MLE) and failing <= {Verdict.MLE} and large
        case Expected.RUNTIME_ERROR:
            return report.verdict is Verdict.RTE


def margins(problem: Problem, report: Report) -> str:
    """Where an accepted submission comes too near to a limit."""
    for case in report.cases:
        if case.cpu_limit_ns and case.cpu_ns > TIME_SHARE * case.cpu_limit_ns:
            seconds = f"{case.cpu_ns / 1e9:.2f} s of {case.cpu_limit_ns / 1e9:.2f} s"
            return f"too near to the time limit on {_name(case)}: {seconds}, at most a third is wanted"
        limit = problem.spec.limits.memory_mb
        if case.memory_bytes > MEMORY_SHARE * limit * MIB:
            mb = f"{case.memory_bytes / MIB:.0f} MB of {limit:.0f} MB"
            return f"too near to the memory limit on {_name(case)}: {mb}, at most two thirds are wanted"
    return ""


def _name(case: CaseFinished) -> str:
    return f"{case.name} (size {case.size:,})" if case.size else case.name


def _judge(
    submitted: Submitted, problem: Problem, sandbox: Sandbox, maker: CaseMaker, mode: Mode, full: bool = False
) -> Report:
    events = evaluate(submitted, problem, sandbox, maker, mode=mode, full=full)
    return next(event.report for event in events if isinstance(event, Decided))


# Each of these says what is wrong, or "".


def _texts(problem: Problem, _sandbox: Sandbox, _maker: CaseMaker) -> str:
    texts = {"statement.md": problem.statement, "hints.md": problem.hints, "editorial.md": problem.editorial}
    empty = [name for name, text in texts.items() if not text or (isinstance(text, str) and not text.strip())]
    return f"{' and '.join(empty)} {'is' if len(empty) == 1 else 'are'} empty" if empty else ""


def _ideas(problem: Problem, _sandbox: Sandbox, _maker: CaseMaker) -> str:
    for known in problem.known:
        lines = known.source.splitlines()
        idea = lines[1 if is_marked(known.source) else 0 :][:1]
        if not idea or not idea[0].lstrip().startswith(COMMENTS) or len(idea[0].strip('# "/*-')) == 0:
            return f"{known.name} does not begin with a comment that says its idea"
    traps = [known for known in problem.known if known.expected is not Expected.ACCEPTED]
    return "" if traps else "no trap: nothing shows that the judgement can fail"


def _families(problem: Problem, _sandbox: Sandbox, _maker: CaseMaker) -> str:
    count = len(problem.spec.growth.families)
    return "" if count > 1 else "only one: a solution made for it would pass"


def _samples(problem: Problem, sandbox: Sandbox, maker: CaseMaker) -> str:
    cases = maker.samples()
    if not cases:
        return "there are none"
    for case, answer in zip(cases, maker.sample_answers(), strict=True):
        why = maker.validate(case.input)
        if why:
            return f"{case.name}: {why}"
        why = compare(problem, sandbox, case.input, maker.expected(case.input).answer, answer)
        if why:
            return f"{case.name}: cases.py and the reference differ: {why}"
    return ""


def _edges(_problem: Problem, _sandbox: Sandbox, maker: CaseMaker) -> str:
    seen: set[str] = set()
    for case in maker.hidden(full=False):
        if case.family is None:
            if case.name in seen:
                return f"two edges are called {case.name!r}"
            seen.add(case.name)
        why = maker.validate(case.input)
        if why:
            return f"{_case_name(case.name, case.size)}: {why}"
    return "" if seen else "there are no edges"


def _generators(problem: Problem, sandbox: Sandbox, maker: CaseMaker) -> str:
    """Made twice, past the cache, under two hash seeds; also at sizes that only growth asks for."""
    with open_sandbox() as other:

        def twice(function: str, *arguments: object) -> list[Any]:
            return [call_setter(one, problem, function, maker.shape, *arguments) for one in (sandbox, other)]

        one, again = twice("edges", 1)
        if one != again:
            return f"edges(rng) gives two lists for the same rng; {_HINT}"
        for family in problem.spec.growth.families:
            for size in (family.smallest, family.smallest * 2 + 1):
                one, again = twice("draw", family.name, size, 1)
                if one != again:
                    return f"{family.name}({size}, rng) gives two inputs for the same rng; {_HINT}"
                why = maker.validate(one)
                if why:
                    return f"{_case_name(family.name, size)}: {why}"
    return ""


_HINT = "draw from rng alone, and never in the order of a set"


def _starter(problem: Problem, sandbox: Sandbox, maker: CaseMaker) -> str:
    report = _judge(Submitted(problem.starter), problem, sandbox, maker, "run")
    if report.verdict in (Verdict.AC, Verdict.CE, Verdict.JE):
        return f"{report.verdict}: {report.sentence}"
    return ""


def _case_name(name: str, size: int | None) -> str:
    return f"{name} (size {size:,})" if size else name
