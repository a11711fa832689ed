import pytest

from judge.claim import compare_claim
from judge.problem.model import Family, GrowthSpec
from judge.report import FamilyGrowth, Outcome, Resource

SPEC = GrowthSpec(time="n log n", space="n", families=[Family(name="f")])


def family(outcome, exponent, resource=Resource.TIME, name="f"):
    return FamilyGrowth(
        family=name,
        resource=resource,
        required="n log n",
        outcome=outcome,
        points=[],
        exponent=exponent,
        measured=f"about n^{exponent}",
    )


@pytest.mark.parametrize(
    ("claim", "outcome", "exponent", "holds"),
    [
        ("O(n log n)", Outcome.WITHIN, 1.08, True),
        ("O(n)", Outcome.WITHIN, 1.08, None),  # a curve cannot tell n from n log n
        ("O(n^2)", Outcome.WITHIN, 1.08, False),
        ("O(n log n)", Outcome.EXCEEDS, 1.97, False),
        ("O(n^2)", Outcome.EXCEEDS, 1.97, True),
        ("O(n^2)", Outcome.EXCEEDS, 1.6, None),  # a hidden quadratic that is still coming up
        ("O(n^2)", Outcome.INCONCLUSIVE, 1.5, None),
        ("O(2^n)", Outcome.EXCEEDS, 1.97, None),
    ],
)
def test_a_claim_is_confirmed_refuted_or_left_open(claim, outcome, exponent, holds):
    [told] = compare_claim(claim, SPEC, [family(outcome, exponent)])
    assert (told.resource, told.required, told.holds) == (Resource.TIME, "n log n", holds)


def test_a_claim_is_about_the_worst_family():
    families = [family(Outcome.WITHIN, 1.1, name="mild"), family(Outcome.EXCEEDS, 1.9, name="worst")]
    [told] = compare_claim("O(n log n)", SPEC, families)
    assert (told.measured, told.holds) == ("about n^1.9", False)


def test_space_is_compared_with_memory_and_left_open_where_it_was_not_measured():
    _, space = compare_claim("O(n log n), O(n)", SPEC, [family(Outcome.WITHIN, 1.0)])
    assert (space.resource, space.claimed, space.holds) == (Resource.MEMORY, "n", None)


def test_what_is_no_claim_is_refused_with_its_place():
    with pytest.raises(ValueError, match="at character 8"):
        compare_claim("O(n log", SPEC, [])
