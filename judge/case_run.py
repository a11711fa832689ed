"""Putting one case to one submission."""

from __future__ import annotations

from judge.checkers import compare
from judge.effects import impurity, unwatched
from judge.growth import WrongAtSize
from judge.problem.cases import CaseMaker, SetterFault
from judge.problem.checkerspec import FrameChecker
from judge.problem.interface import FunctionInterface, SqlInterface
from judge.problem.model import Case, ExpectedAnswer, Problem
from judge.problem.task import task_for
from judge.problem.text import InputError, format_answer, format_input, parse_input
from judge.report import CaseFinished, Tier, Verdict
from judge.verdict import case_limits, verdict_of
from sandbox.api import Execution, Limits, Program, Sandbox, SandboxError, Status, Task
from sandbox.guest import wire

SHOWN_CHARACTERS = 2000
# A whole input larger than this is not decoded only to be cut.
SHOWN_INPUT_BYTES = 200_000
STDOUT_CHARACTERS = 10_000
# The parent's own words. Those of an exception are the submission's, which could put a hidden input into them.
TOLD_ALWAYS = frozenset({Verdict.TLE, Verdict.MLE, Verdict.OLE, Verdict.JE})


class CaseRunner:
    """Runs cases of one problem with one program. `reveal`: show hidden cases that failed."""

    def __init__(self, problem: Problem, program: Program, sandbox: Sandbox, maker: CaseMaker, *, reveal: bool) -> None:
        self.problem = problem
        self.program = program
        self.sandbox = sandbox
        self.maker = maker
        self.reveal = reveal

    def run(self, case: Case, index: int, total: int) -> CaseFinished:
        """Run one case. A fault of sandbox or problem is a JE of this case."""
        try:
            expected = self.maker.expected(case.input)
            limits = case_limits(self.problem.spec.limits, expected, self._probe_limit(case))
            execution, mismatch = self._put(case, expected, limits)
        except SetterFault as fault:
            return CaseFinished(
                index=index,
                total=total,
                tier=case.tier,
                name=self.shown_name(case, index),
                size=case.size,
                family=case.family if self._named(case) else None,
                verdict=Verdict.JE,
                message=f"the problem's own code failed: {fault}"[:500],
            )
        return self._finished(case, index, total, expected, limits, execution, mismatch)

    def run_own(self, text: str, number: int, index: int, total: int) -> CaseFinished:
        """Run a case that the person wrote; its expected answer is the reference's."""
        name = f"own case {number + 1}"
        try:
            data = wire.encode(parse_input(self.problem.spec.interface, text))
            broken = self.maker.validate(data)
        except InputError as error:
            broken = str(error)
        except SetterFault as fault:
            # A validator meets what the person wrote before anything else does: a value of another type breaks it.
            broken = f"{fault.message}; are the types those of the interface?"
        if broken is not None:
            return CaseFinished(
                index=index,
                total=total,
                tier=Tier.OWN,
                name=name,
                verdict=Verdict.CE,
                message=f"this case cannot be used: {broken}",
                input=text[:SHOWN_CHARACTERS],
            )
        return self.run(Case(tier=Tier.OWN, name=name, input=data, visible=True), index, total)

    def wrong_at_size(self, wrong: WrongAtSize, index: int, total: int) -> CaseFinished:
        """A failure met while growth was measured, as a case of the scale tier."""
        return CaseFinished(
            index=index,
            total=total,
            tier=Tier.SCALE,
            name=wrong.family,
            family=wrong.family,
            size=wrong.size,
            verdict=wrong.verdict,
            message=wrong.message if self.reveal or wrong.verdict in TOLD_ALWAYS else "",
        )

    def shown_name(self, case: Case, index: int) -> str:
        """What a case may be called where people see it."""
        return case.name if self._named(case) else f"case {index + 1}"

    def _named(self, case: Case) -> bool:
        return case.visible or self.reveal  # an edge's name gives its input away

    def _probe_limit(self, case: Case) -> int | None:
        families = self.problem.spec.growth.families
        limit = next((family.probe_limit for family in families if family.name == case.family), None)
        return limit.reads(case.size) if limit is not None and case.size is not None else None

    def _put(self, case: Case, expected: ExpectedAnswer, limits: Limits) -> tuple[Execution, str | None]:
        """One run, and why its answer or what it did beside is wrong."""
        interface = self.problem.spec.interface
        small = case.tier is not Tier.SCALE  # looking costs in proportion to the input
        watched = small and isinstance(interface, FunctionInterface) and interface.pure
        task = task_for(self.problem, self.program, case.input, limits, watched=watched)
        execution, effects = unwatched(task, self.sandbox.run(task))
        if execution.status is not Status.OK or execution.answer is None:
            return execution, None
        wrong = compare(
            self.problem, self.sandbox, case.input, expected.answer, execution.answer, execution.probes
        ) or impurity(interface, effects)
        if wrong is None and small and isinstance(interface, FunctionInterface) and interface.reproducible:
            wrong = self._other_way(task, execution.answer)
        return execution, wrong

    def _other_way(self, task: Task, answer: bytes) -> str | None:
        """How a second run of the same ends otherwise than with `answer`."""
        again, _ = unwatched(task, self.sandbox.run(task))
        if again.status is Status.FAULT:
            raise SandboxError(again.message)
        if again.status is not Status.OK:
            verdict, message = verdict_of(again, None, task.limits)
            return f"a second run with the same input ended otherwise: {verdict} {message}"
        return None if again.answer == answer else "a second run with the same input gave another answer"

    def _finished(
        self,
        case: Case,
        index: int,
        total: int,
        expected: ExpectedAnswer,
        limits: Limits,
        execution: Execution,
        mismatch: str | None,
    ) -> CaseFinished:
        verdict, message = verdict_of(execution, mismatch, limits)
        shown = case.visible or (self.reveal and verdict is not Verdict.AC)
        return CaseFinished(
            index=index,
            total=total,
            tier=case.tier,
            name=self.shown_name(case, index),
            size=case.size,
            family=case.family if self._named(case) else None,
            verdict=verdict,
            cpu_ns=execution.cpu_ns,
            wall_ns=execution.wall_ns,
            memory_bytes=execution.memory_bytes,
            probes=execution.probes or None,
            cpu_limit_ns=limits.cpu_ns,
            message=message if shown or verdict in TOLD_ALWAYS else "",
            input=self._input_text(case) if shown else None,
            expected=self._answer_text(expected.answer) if shown else None,
            answer=self._answer_text(execution.answer) if shown and execution.answer is not None else None,
            stdout=_text(execution.stdout) if shown and execution.stdout else None,
            traceback=_last_words(execution) if shown and verdict is Verdict.RTE else None,
            tables=isinstance(self.problem.spec.interface, SqlInterface),
            aligned=self.problem.spec.has_frames,
        )

    def _input_text(self, case: Case) -> str:
        if len(case.input) > SHOWN_INPUT_BYTES:
            return f"an input of {len(case.input):,} bytes, too large to show"
        return format_input(self.problem.spec.interface, wire.decode(case.input), SHOWN_CHARACTERS)

    def _answer_text(self, answer: bytes) -> str:
        if len(answer) > SHOWN_INPUT_BYTES:
            return f"an answer of {len(answer):,} bytes, too large to show"
        checker = self.problem.spec.checker
        labels = not (isinstance(checker, FrameChecker) and checker.index == "ignore")
        return format_answer(self.problem.spec.interface, wire.decode(answer), SHOWN_CHARACTERS, labels)


def _last_words(execution: Execution) -> str:
    """A traceback, or what a program wrote to stderr before it ended."""
    return (execution.message or _text(execution.stderr)).replace("/program/", "")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")[:STDOUT_CHARACTERS]
