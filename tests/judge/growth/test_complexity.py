"""Classes are read as people write them, and refused with the place."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.growth.complexity import ComplexityError, letters, parse_claim, parse_class


@pytest.mark.parametrize(
    ("text", "name", "exponent", "log_power"),
    [
        ("O(n log n)", "n log n", 1, 1),
        ("n log n", "n log n", 1, 1),
        ("nlogn", "n log n", 1, 1),
        ("n log2(n)", "n log n", 1, 1),
        ("n^2", "n²", 2, 0),
        ("n²", "n²", 2, 0),
        ("n**2", "n²", 2, 0),
        ("n*n", "n²", 2, 0),
        ("n(n+1)/2", "n²", 2, 0),
        ("1", "1", 0, 0),
        ("O(64)", "1", 0, 0),
        ("log n", "log n", 0, 1),
        ("log² n", "log² n", 0, 2),
        ("V+E", "V + E", 1, 0),
        ("O(|V| + |E|)", "V + E", 1, 0),
        ("(V + E) log V", "(V + E) log V", 1, 1),
        ("n*k", "n k", 2, 0),
        ("n k", "n k", 2, 0),
        ("nk", "n k", 2, 0),
        ("3n + 5", "n", 1, 0),
        ("sqrt(n)", "√n", 0.5, 0),
        ("n √n", "n √n", 1.5, 0),
        ("n^1.5", "n^1.5", 1.5, 0),
        ("n^(3/2)", "n^1.5", 1.5, 0),
        ("n² log n", "n² log n", 2, 1),
        ("min(n, s)", "min(n, s)", 1, 0),
        ("min(n^2, k)", "min(n², k)", 1, 0),
        ("max(n, m)", "max(n, m)", 1, 0),
        ("n α(n)", "n α(n)", 1, 0),
        ("rows + groups", "rows + groups", 1, 0),
        ("n / log n", "n / log n", 1, -1),
        ("O(N)", "N", 1, 0),
        ("O(N LOG N)", "N log N", 1, 1),
        ("n·k", "n k", 2, 0),
        ("n²·log n", "n² log n", 2, 1),
        ("log log n", "log log n", 0, 0),
        ("n loglogn", "n log log n", 1, 0),
        ("log_2 n", "log n", 0, 1),
        ("log₂ n", "log n", 0, 1),
        ("log(n)^2", "log² n", 0, 2),
        ("log n^2", "log n²", 0, 1),
        ("log* n", "log* n", 0, 0),
        ("n squared", "n²", 2, 0),
        ("Θ(n)", "n", 1, 0),
        (r"\mathcal{O}(n \log n)", "n log n", 1, 1),
        (r"$O(n^{2})$", "n²", 2, 0),
        (r"n^{3/2}", "n^1.5", 1.5, 0),
        (r"\sqrt{n}\cdot k", "√n k", 1.5, 0),
        (r"\Theta\left(V + E\right)", "V + E", 1, 0),
        ("constant", "1", 0, 0),
        ("Linear", "n", 1, 0),
        ("quadratic", "n²", 2, 0),
        ("quadratic in k", "k²", 2, 0),
        ("linearithmic", "n log n", 1, 1),
    ],
)
def test_what_people_write(text: str, name: str, exponent: float, log_power: float) -> None:
    found = parse_class(text)
    assert (found.name, found.exponent, found.log_power) == (name, exponent, log_power)
    assert not found.exponential


@pytest.mark.parametrize(
    ("text", "name"), [("2^n", "2ⁿ"), ("2ⁿ", "2ⁿ"), ("n!", "n!"), ("2^(n/2)", "2^(n/2)"), ("n 2^n", "n 2ⁿ")]
)
def test_exponential(text: str, name: str) -> None:
    found = parse_class(text)
    assert found.exponential
    assert math.isinf(found.exponent)
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "position", "word"),
    [
        ("", 0, "expected"),
        ("n^", 2, "expected"),
        ("n @", 2, "@"),
        ("O(n", 3, "')'"),
        ("n)", 1, "did not expect"),
        ("n/k", 2, "division"),
        ("n/0", 2, "zero"),
        ("n - k", 4, "takes nothing away"),
        ("max(n)", 0, "two or more"),
        ("n^-1", 2, "expected"),
        ("9^9999", 1, "too large"),
        ("(" * 300, 200, "longer"),
    ],
)
def test_refused_with_the_place(text: str, position: int, word: str) -> None:
    with pytest.raises(ComplexityError) as caught:
        parse_class(text)
    assert caught.value.position == position
    assert word in str(caught.value)
    assert f"character {position + 1}" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "time", "space"),
    [
        ("O(n log n) time, O(n) space", "n log n", "n"),
        ("O(n log n), O(n)", "n log n", "n"),
        ("n log n", "n log n", None),
        ("O(1) extra space, O(n) time", "n", "1"),
        ("time O(n) space O(1)", "n", "1"),
        ("time: O(n), space: O(min(n, k))", "n", "min(n, k)"),
        ("O(n) time and O(1) auxiliary space", "n", "1"),
        ("amortized O(n), O(1)", "n", "1"),
        ("linear time, constant space", "n", "1"),
        ("Time complexity: O(n log n). Space complexity: O(n).", "n log n", "n"),
        ("O(n) time / O(1) space", "n", "1"),
        (r"$O(n \log n)$ time, $O(n)$ space", "n log n", "n"),
        ("runtime O(n), memory O(k)", "n", "k"),
        ("it is linear in n", "n", None),
        ("O(1) extra space", None, "1"),
        ("constant memory", None, "1"),
    ],
)
def test_claims(text: str, time: str | None, space: str | None) -> None:
    claimed = parse_claim(text)
    assert (claimed.time.name if claimed.time else None) == time
    assert (claimed.space.name if claimed.space else None) == space


@pytest.mark.parametrize(
    ("text", "position"),
    [("O(n), O(1), O(n)", 11), ("O(n), O(x@)", 9), ("O(n) time, O(n) time", 10), ("", 0), ("time, space", 0)],
)
def test_claims_refused(text: str, position: int) -> None:
    with pytest.raises(ComplexityError) as caught:
        parse_claim(text)
    assert caught.value.position == position


def test_local_exponent_shows_the_log() -> None:
    assert parse_class("n log n").local_exponent(1e6) == pytest.approx(1 + 1 / math.log(1e6))
    assert parse_class("n").local_exponent(1e6) == 1


@pytest.mark.parametrize(
    ("text", "letter", "exponent"), [("n k", "k", 1), ("V + E", "V", 1), ("n² k", "n", 2), ("min(n, k)", "n", 0)]
)
def test_along_one_letter_the_others_stand_still(text: str, letter: str, exponent: float) -> None:
    assert parse_class(text, along=letter).exponent == exponent


def test_letters_in_order() -> None:
    assert letters("(V + E) log V") == ["V", "E"]
    assert letters("64") == []


ATOMS = st.sampled_from(
    ["n", "k", "V", "m", "2", "1", "log n", "log log n", "log² n", "√n", "(n + k)", "n!", "2^n", "rows"]
)


def composed(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(parts, parts)
    return st.one_of(
        pair.map(" + ".join),
        pair.map("*".join),
        pair.map(" ".join),
        pair.map(lambda two: f"min({two[0]}, {two[1]})"),
        pair.map(lambda two: f"{two[0]} / log {two[1]}"),
        parts.map(lambda one: f"({one})"),
        parts.map(lambda one: f"({one})²"),
        parts.map(lambda one: f"({one})^1.5"),
        parts.map(lambda one: f"√({one})"),
        parts.map(lambda one: f"log({one})"),
        parts.map(lambda one: f"2^({one})"),
        parts.map(lambda one: f"O({one})"),
    )


def reads_itself(text: str) -> None:
    """Whatever is read has a name that reads as the same."""
    try:
        found = parse_class(text)
    except ComplexityError as error:
        assert 0 <= error.position <= len(text)
        return
    again = parse_class(found.name)
    assert again.name == found.name
    assert again.exponential == found.exponential
    assert again.exponent == pytest.approx(found.exponent, rel=1e-3)
    assert again.log_power == pytest.approx(found.log_power, rel=1e-3)


@given(st.recursive(ATOMS, composed, max_leaves=6))
def test_a_canonical_name_reads_as_the_same_class(text: str) -> None:
    reads_itself(text)


@given(st.text(alphabet="nkmVEO012^²*+-/()log sqrtmin,!.ⁿ√|$\\{}_₂", max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    reads_itself(text)
    try:
        parse_claim(text)
    except ComplexityError as error:
        assert 0 <= error.position <= len(text)


@given(st.text(max_size=30))
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    reads_itself(text)
    try:
        parse_claim(text)
    except ComplexityError as error:
        assert 0 <= error.position <= len(text)
