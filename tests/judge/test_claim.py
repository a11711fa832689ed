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
        ("O(2^n)", Outcome.WITHIN, 1.08, False),
        ("O(N log N)", Outcome.WITHIN, 1.08, True),
        ("linear", Outcome.EXCEEDS, 1.97, False),
        ("n·k", Outcome.WITHIN, 1.08, None),  # the family may have moved n alone
        ("n²·k", Outcome.WITHIN, 1.08, None),
        ("n²·k²", Outcome.WITHIN, 1.08, False),  # whichever it moved
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


def test_a_wrong_claim_names_the_family_and_what_grew_there():
    spec = GrowthSpec(
        time="n + m", variable="len(edges)", families=[Family(name="ladder", about="layers of two nodes, all joined")]
    )
    [told] = compare_claim("V + E", spec, [family(Outcome.EXCEEDS, 1.9, name="ladder")])
    assert (told.holds, told.family) == (False, "ladder")
    assert "on ladder (layers of two nodes, all joined)" in told.told and "len(edges) grew" in told.told


def test_space_alone_may_be_claimed():
    [told] = compare_claim("O(1) extra space", SPEC, [family(Outcome.WITHIN, 1.0, Resource.MEMORY)])
    assert (told.resource, told.holds) == (Resource.MEMORY, False)


def test_where_only_reads_are_counted_a_claim_of_time_is_about_them():
    [told] = compare_claim("O(n)", SPEC, [family(Outcome.EXCEEDS, 1.0, Resource.PROBES)])
    assert told.measured == "about n^1.0"


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("claim", ["1", "n", "n log n", "n^2", "2^n", "V+E", "log log n", "min(n, m)"])
@pytest.mark.parametrize("exponent", [0.0, 1.0, 3.0])
def test_every_claim_is_told_in_a_sentence(claim, outcome, exponent):
    [told] = compare_claim(claim, SPEC, [family(outcome, exponent)])
    assert told.told[0].isupper() or told.told.startswith("O(")
    assert told.told.endswith(".") and told.claimed in told.told
