"""What people are told: the reason, and an exponent instead of a class's name."""

from __future__ import annotations

import pytest

from judge.growth.complexity import parse_class
from judge.growth.decision import Basis, Decision
from judge.growth.explain import class_shown, describe, reason
from judge.report import Outcome, Resource

N = parse_class("n")


def decision(slope: float, low: float, high: float, outcome: Outcome = Outcome.EXCEEDS) -> Decision:
    sizes = (4000, 8000, 16_000, 32_000)
    return Decision(outcome, Basis.RATIO, slope, low, high, 1 + slope, sizes, 2 ** (1.05 + slope), 2.1)


def test_the_sentence_of_an_exceeds() -> None:
    said = reason(Resource.TIME, N, decision(0.97, 0.9, 1.02), "cpu time")
    assert said == (
        "each doubling of n multiplied your time by 4.1 (about n^1.97); the reference grew 2.1 times on this machine"
    )


def test_the_sentence_of_a_within_claims_no_more() -> None:
    said = reason(Resource.TIME, N, decision(0.01, -0.05, 0.07, Outcome.WITHIN), "cpu time")
    assert said == "each doubling of n multiplied your time by 2.1; the reference grew 2.1 times on this machine"


def test_an_inconclusive_one_says_so() -> None:
    said = reason(Resource.TIME, N, decision(0.2, 0.1, 0.35, Outcome.INCONCLUSIVE), "cpu time")
    assert said.endswith("too noisy, to tell")


def test_instructions_are_named() -> None:
    assert "executed instructions" in reason(Resource.TIME, N, decision(0.9, 0.9, 0.9), "instructions")


def test_a_stopped_one_gives_its_bound() -> None:
    stopped = Decision(Outcome.EXCEEDS, Basis.CENSORED, 7.0, 7.0, None, 8.0, (64, 128), 256.0, 2.0)
    assert class_shown(stopped) == "at least n^8"
    assert "between n = 64 and n = 128 your time grew by more than the limit lets be seen" in reason(
        Resource.TIME, N, stopped, "cpu time"
    )


@pytest.mark.parametrize(("basis", "word"), [(Basis.LITTLE, "too few sizes"), (Basis.FLAT, "did not grow")])
def test_other_reasons(basis: Basis, word: str) -> None:
    made = Decision(Outcome.WITHIN, basis, 0.0, exponent=0.0, sizes=(1, 1000))
    assert word in reason(Resource.MEMORY, parse_class("1"), made, "peak memory")


@pytest.mark.parametrize("slope", [-0.15, 0.0, 0.09, 0.12, 0.5, 1.0])
def test_no_class_is_named_by_growth(slope: float) -> None:
    shown = class_shown(decision(slope, slope - 0.01, slope + 0.01, Outcome.WITHIN))
    assert shown is not None
    assert shown.startswith("about n")
    assert "log" not in shown


def test_the_record_is_complete_and_plain() -> None:
    growth = describe("random", Resource.TIME, N, [], decision(0.97, 0.9, 1.02))
    assert (growth.required, growth.outcome, growth.method) == ("n", Outcome.EXCEEDS, "cpu time")
    assert growth.exponent == pytest.approx(1.97)
    assert type(growth).model_validate_json(growth.model_dump_json()) == growth


def test_an_infinite_exponent_is_not_shown() -> None:
    endless = Decision(Outcome.WITHIN, Basis.RATIO, 0.0, -0.1, 0.1, None, (8, 16), 2.0, 2.0)
    growth = describe("random", Resource.TIME, parse_class("2^n"), [], endless)
    assert growth.exponent is None
    assert growth.measured is None
