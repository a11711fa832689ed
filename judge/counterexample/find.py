"""From a hidden case that failed to the smallest input that was found to fail, as events."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any

from judge.counterexample.search import draws, sizes
from judge.counterexample.shrink import shrinking, size_of
from judge.counterexample.trial import Budget, Trials
from judge.problem.cases import CaseMaker
from judge.problem.interface import Interface, SqlInterface, StdioInterface
from judge.problem.model import Case, Problem
from judge.problem.pasteable import as_code
from judge.problem.shown import CUT
from judge.problem.text import format_input
from judge.report import CaseFinished, Counterexample, CounterexampleFound, Event, Stage, Verdict
from sandbox.api import Program, Sandbox
from sandbox.guest import wire

PYTHON = frozenset({"python", "pypy"})
SEARCH_SHARE = 0.4  # of the budget; the rest is for shrinking
LARGEST_SHRUNK_BYTES = 1 << 20
LARGEST_SEARCHED = 1 << 12  # where the failing case says no size
STAGE_EVERY = 10  # runs
SHOWN_CHARACTERS = 3500
REMARKED_CHARACTERS = 200  # of what is expected, as a remark in the code
TRACEBACK_CHARACTERS = 2000
LOOKING = "looking for the smallest input that fails"
FLAKY = "It was right when the same input was run again: what this program does hangs on more than its input."
UNFINISHED = "There may be a smaller one: the time for looking was up."


@dataclass(frozen=True, slots=True)
class Failed:
    """A hidden case on which a submission failed; `case` is None where the failure was met while growth was measured,
    on an input of `finished.family` and `finished.size`."""

    finished: CaseFinished
    case: Case | None = None


@dataclass(slots=True)
class _Best:
    value: Any
    finished: CaseFinished


def find_counterexample(
    failed: list[Failed],
    problem: Problem,
    program: Program,
    language: str,
    sandbox: Sandbox,
    maker: CaseMaker,
    budget: Budget | None = None,
) -> Iterator[Event]:
    """Looks for the smallest input with the verdict of the first of `failed` (WA or RTE; there is one). Ends with a
    CounterexampleFound where one was found that can be shown."""
    interface = problem.spec.interface
    verdict = failed[0].finished.verdict
    trials = Trials(problem, program, sandbox, maker, verdict, budget or Budget())
    yield Stage(text=LOOKING)
    known = _smallest_known(failed, verdict)
    best = yield from _searched(failed, known, problem, trials)
    if best is None and known is not None and known.case is not None:
        best = _Best(wire.decode(known.case.input), known.finished)
    if best is None:
        return
    before = best.value
    finished = yield from _shrunk(interface, best, trials)
    text = format_input(interface, best.value, SHOWN_CHARACTERS)
    cut = text != format_input(interface, best.value, 2 * SHOWN_CHARACTERS)
    if cut and size_of(interface, best.value) == size_of(interface, before):
        return  # nothing could be left out of it, and it is too large to show
    runs = trials.runs
    again = trials.once_more(best.value)
    flaky = again.verdict not in (verdict, Verdict.JE)
    shown = best.finished if flaky else again
    expected = shown.expected or ""
    yield CounterexampleFound(
        counterexample=Counterexample(
            verdict=verdict,
            message=shown.message,
            input=text,
            cut=cut,
            code=as_code(interface, text, _remark(expected)) if _pasteable(interface, language) and not cut else "",
            tables=isinstance(interface, SqlInterface),
            aligned=problem.spec.has_frames,
            expected=expected,
            answer=shown.answer,
            traceback=shown.traceback and shown.traceback[-TRACEBACK_CHARACTERS:],
            size=size_of(interface, best.value),
            from_size=_size_before(interface, failed[0]),
            runs=runs,
            note=FLAKY if flaky else "" if finished else UNFINISHED,
        )
    )


def _smallest_known(failed: list[Failed], verdict: Verdict) -> Failed | None:
    small = [
        (len(each.case.input), at)
        for at, each in enumerate(failed)
        if each.case is not None and each.finished.verdict is verdict and len(each.case.input) <= LARGEST_SHRUNK_BYTES
    ]
    return failed[min(small)[1]] if small else None


def _searched(
    failed: list[Failed], known: Failed | None, problem: Problem, trials: Trials
) -> Generator[Stage, None, _Best | None]:
    """The first drawn input that fails, of those smaller than what is known to fail."""
    worst = failed[0].finished.family
    families = sorted((family.name for family in problem.spec.growth.families), key=lambda name: name != worst)
    largest = max((each.finished.size or 0 for each in failed), default=0) or LARGEST_SEARCHED
    shortest = len(known.case.input) if known is not None and known.case is not None else None
    for size in sizes(largest):
        smaller = False
        for draw in draws(families, size):
            if trials.spent(SEARCH_SHARE):
                return None
            input = trials.draw(*draw)
            if input is None or (shortest is not None and len(input) >= shortest):
                continue
            smaller = True
            value, runs = wire.decode(input), trials.runs
            finished = trials.failure(value)
            if finished is not None:
                return _Best(value, finished)
            yield from _stages(trials, runs)
        if shortest is not None and not smaller:
            return None
    return None


def _shrunk(interface: Interface, best: _Best, trials: Trials) -> Generator[Stage, None, bool]:
    """Makes `best` smaller; whether nothing was left to try."""
    steps = shrinking(interface, best.value)
    try:
        candidate = next(steps)
        while not trials.spent():
            runs = trials.runs
            finished = trials.failure(candidate)
            if finished is not None:
                best.value, best.finished = candidate, finished
            yield from _stages(trials, runs)
            candidate = steps.send(finished is not None)
    except StopIteration:
        return True
    return False


def _pasteable(interface: Interface, language: str) -> bool:
    return isinstance(interface, SqlInterface) or (language in PYTHON and not isinstance(interface, StdioInterface))


def _remark(expected: str) -> str:
    return expected if len(expected) <= REMARKED_CHARACTERS else f"{expected[:REMARKED_CHARACTERS]}{CUT}"


def _stages(trials: Trials, runs_before: int) -> Iterator[Stage]:
    if trials.runs != runs_before and trials.runs % STAGE_EVERY == 0:
        yield Stage(text=LOOKING, done=trials.runs, total=trials.budget.runs)


def _size_before(interface: Interface, first: Failed) -> int | None:
    if first.finished.size is not None or first.case is None:
        return first.finished.size
    return size_of(interface, wire.decode(first.case.input))
