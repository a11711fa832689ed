"""A tape, and many calls, made smaller."""

from __future__ import annotations

from judge.counterexample.shrink import size_of
from judge.problem.model import FunctionInterface
from sandbox.guest.carried import Tape
from tests.judge.counterexample.dialogue import shrunk

PARAMETERS = [{"name": "coin", "type": "Callable[[], int]"}, {"name": "n", "type": "int"}]
ONE = FunctionInterface.model_validate({"kind": "function", "name": "f", "parameters": PARAMETERS, "returns": "int"})
MANY = ONE.model_copy(update={"many_calls": True})


def test_a_tape_loses_what_does_not_matter() -> None:
    long = Tape(bytes([0, 1] * 3000), 16)
    value, _ = shrunk(ONE, (long, 9), lambda value: sum(value[0].values) >= 2)
    assert value == (Tape(b"\1\1", 16), 0)


def test_of_many_calls_those_stay_that_matter() -> None:
    calls = [(Tape(bytes([at % 2] * 5)), at) for at in range(20)]
    value, _ = shrunk(MANY, calls, lambda value: any(1 in coin.values for coin, _ in value))
    assert value == [(Tape(b"\1"), 0)]
    assert size_of(MANY, calls) == 100
    assert size_of(MANY, value) == 1
