"""A problem as text for people: the statement, what it asks of time and memory, samples."""

from __future__ import annotations

from collections.abc import Sequence

from judge.problem.checkerspec import TableChecker
from judge.problem.interface import ClassInterface, FunctionInterface, Method, Parameter, SqlInterface
from judge.problem.model import Problem, ProblemSpec
from judge.problem.samples import SampleText
from judge.problem.sqltext import schema


def signature(spec: ProblemSpec) -> str:
    """How a submission is called, as Python; what a query finds and must give, as SQL."""
    interface = spec.interface
    if isinstance(interface, SqlInterface):
        return schema(interface, isinstance(spec.checker, TableChecker) and spec.checker.ordered)
    if isinstance(interface, FunctionInterface):
        return f"def {interface.name}({_parameters(interface.parameters)}) -> {interface.returns}"
    if isinstance(interface, ClassInterface):
        constructor = Method(name="__init__", parameters=interface.constructor)
        methods = [constructor, *interface.methods] if interface.constructor else interface.methods
        lines = [
            f"    def {method.name}({_parameters([Parameter(name='self', type=''), *method.parameters])})"
            f" -> {method.returns}"
            for method in methods
        ]
        return "\n".join([f"class {interface.name}:", *lines])
    return "a program: reads stdin, writes stdout"


def _parameters(parameters: Sequence[Parameter]) -> str:
    return ", ".join(f"{p.name}: {p.type}" if p.type else p.name for p in parameters)


def requirements(problem: Problem) -> list[str]:
    """What the submission may cost, a line each."""
    growth, limits = problem.spec.growth, problem.spec.limits
    lines = [f"time: O({growth.time}), n = {growth.variable}"]
    if not growth.asked:
        lines = [f"time: O({growth.time}); nothing grows in this task, so growth is not measured"]
    if growth.space:
        lines.append(f"memory beside input and output: O({growth.space})")
    if growth.probes:
        lines.append(f"elements read: O({growth.probes})")
    taken = "the tables" if isinstance(problem.spec.interface, SqlInterface) else "Python and the input"
    lines.append(f"memory limit: {limits.memory_mb:g} MB over what {taken} take")
    return lines


def markdown(problem: Problem, samples: Sequence[SampleText], show_difficulty: bool = True) -> str:
    """The whole page of a problem."""
    spec = problem.spec
    head = [f"{spec.clock_minutes} minutes"]
    if show_difficulty:
        head.insert(0, spec.difficulty)
    spoken = "sql" if isinstance(spec.interface, SqlInterface) else "python"
    parts = [
        f"# {spec.title}",
        " · ".join([*head, *spec.tags]),
        problem.statement.strip(),
        f"## Interface\n\n```{spoken}\n{signature(spec)}\n```",
        "## Required\n\n" + "\n".join(f"- {line}" for line in requirements(problem)),
    ]
    for number, sample in enumerate(samples, 1):
        text = f"## Sample {number}\n\n{fenced(sample.input)}\n\nanswer:\n\n{fenced(sample.expected)}"
        parts.append(f"{text}\n\n{sample.note}" if sample.note else text)
    return "\n\n".join(parts) + "\n"


def fenced(text: str) -> str:
    return f"```\n{text.rstrip()}\n```"
