"""The problem's own ``check(input, expected, answer)``, or with ``used``, in a cell that never meets a submission."""

from __future__ import annotations

from judge.problem.model import Problem
from judge.problem.setter import SetterFault, call_setter
from sandbox.api import Sandbox


def mismatch(
    problem: Problem, sandbox: Sandbox, input: bytes, expected: bytes, answer: bytes, used: dict[str, int]
) -> str | None:
    """None, or why the answer is wrong. Raises SetterFault where the checker itself is at fault."""
    try:
        why = call_setter(sandbox, problem, "check", input, expected, answer, used)
    except SetterFault as fault:
        # One that works on the expected answer was tripped up by this one: a list where it looks for a number, say.
        call_setter(sandbox, problem, "check", input, expected, expected, used)
        return f"the checker could not read the answer ({fault.message.splitlines()[-1]})"
    return None if why is None else " ".join(str(why).split())
