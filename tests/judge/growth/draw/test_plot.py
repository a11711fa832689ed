"""Plots: well-formed, told without colour, safe with hostile names, the same bytes each time."""

from __future__ import annotations

import random
import re
from xml.etree import ElementTree

import pytest

from judge.growth.draw import counts_svg, counts_table, counts_text, growth_svg, growth_table, growth_text
from judge.growth.draw.scale import deciding_sizes, fitted, quantity
from judge.report import FamilyGrowth, Outcome, Point, Resource, Role
from tests.judge.growth.curves import COSTS, exact, measured

SVG = "{http://www.w3.org/2000/svg}"


def growth(**changes: object) -> FamilyGrowth:
    points = measured(random.Random(1), COSTS["n²"], COSTS["n"])
    made = FamilyGrowth(
        family="half_window",
        resource=Resource.TIME,
        required="n",
        outcome=Outcome.EXCEEDS,
        points=points,
        measured="about n^1.97",
        reason="it grew",
        slope=0.97,
        slope_low=0.9,
        slope_high=1.02,
        exponent=1.97,
    )
    return made.model_copy(update=changes)


def stopped(**changes: object) -> FamilyGrowth:
    points = growth().points
    last = Point(role=Role.SUBMISSION, size=64_000, values=[2_000_000_000], censored=True)
    return growth(points=[*points, last], **changes)


def test_it_is_xml_with_a_title_and_a_description() -> None:
    root = ElementTree.fromstring(growth_svg(growth(), 1_000_000_000))
    assert root.tag == f"{SVG}svg"
    named = (root.get("aria-labelledby") or "").split()
    texts = {child.get("id"): child.text for child in root if child.get("id")}
    assert [texts[name] for name in named] == [
        "Growth of CPU time on half_window: exceeds",
        "Log-log plot. it grew. Required: n. Measured: about n^1.97.",
    ]


def test_roles_differ_in_shape_and_every_point_is_told() -> None:
    drawn = growth()
    root = ElementTree.fromstring(growth_svg(drawn))
    mine = sum(point.role is Role.SUBMISSION for point in drawn.points)
    told = [group for group in root.findall(f"{SVG}g") if group.find(f"{SVG}title") is not None]
    assert sum(group.find(f"{SVG}circle") is not None for group in told) == mine
    assert sum(group.find(f"{SVG}rect") is not None for group in told) == len(drawn.points) - mine
    assert len(told) == len(drawn.points)


def test_the_limit_and_stopped_points_are_marked() -> None:
    text = growth_svg(stopped(), 1_000_000_000)
    assert "time limit 1 s" in text
    assert 'class="censored"' in text
    assert "at least 2 s" in text
    plain = growth_svg(growth(), 10**15)
    assert "time limit" not in plain
    assert 'class="censored"' not in plain


def test_no_script_and_hostile_names_are_escaped() -> None:
    text = growth_svg(growth(family="<script>x", reason='"><script>y', required="<b>"))
    ElementTree.fromstring(text)
    assert "<script" not in text
    assert "<b>" not in text


def test_all_lies_inside_the_frame() -> None:
    text = growth_svg(stopped(), 1_000_000_000)
    assert not re.search(r"nan|inf", re.sub(r"<(title|desc).*?</\1>", "", text))
    for value in re.findall(r' c?[xy][12]?="(-?[\d.]+)"', re.sub(r"<g transform.*?</g>", "", text)):
        assert 0 <= float(value) <= 460


def test_the_same_growth_draws_the_same_bytes() -> None:
    assert growth_svg(growth()) == growth_svg(growth())


def test_colours_are_custom_properties_with_fallbacks() -> None:
    text = growth_svg(growth())
    assert "var(--growth-submission, #" in text
    assert "currentColor" in text


@pytest.mark.parametrize("resource", list(Resource))
def test_every_resource_draws_and_tabulates(resource: Resource) -> None:
    flat = [Point(role=role, size=n, values=[0]) for n in (10, 20) for role in Role]
    drawn = growth(resource=resource, points=flat, outcome=Outcome.INCONCLUSIVE, measured=None)
    ElementTree.fromstring(growth_svg(drawn))
    assert growth_table(drawn)[1][0] == "10"
    assert growth_text(drawn)


def test_nothing_measured() -> None:
    assert "nothing was measured" in growth_svg(growth(points=[]))
    assert growth_text(growth(points=[])) == "nothing was measured"


def test_the_table_says_the_same() -> None:
    rows = growth_table(stopped())
    assert rows[0] == ["n", "your submission", "reference", "ratio"]
    assert rows[-1][0] == "64,000"
    assert rows[-1][1] == "≥ 2 s"
    assert re.fullmatch(r"[\d.]+ .?s \+\d+ %", rows[1][1])


@pytest.mark.parametrize(("width", "height"), [(80, 14), (64, 14), (40, 10), (10, 2)])
def test_text_keeps_to_its_size(width: int, height: int) -> None:
    lines = growth_text(stopped(), width, height).splitlines()
    assert max(map(len, lines)) <= max(30, width)
    assert any("▲ stopped by a limit" in line for line in lines[max(6, height) :])
    assert growth_text(stopped(required="n² log n"), width, height, unicode=False).isascii()


def counted() -> FamilyGrowth:
    counts = exact(COSTS["n²"], COSTS["n"], [500, 1000, 2000, 4000])
    return growth(counts=counts, method="instructions")


def test_the_measured_slope_the_required_class_and_the_sizes_that_decide_are_drawn() -> None:
    text = growth_svg(growth())
    assert 'class="slope"' in text and 'class="required"' in text and 'class="deciding"' in text
    assert "your slope: 1.97 (1.90 to 2.02)" in text
    unbounded = growth_svg(growth(slope=None, slope_low=None, slope_high=None, exponent=None))
    assert 'class="slope"' not in unbounded


def test_a_right_submission_stays_in_the_required_fan_and_a_steep_one_leaves_it() -> None:
    def edge(drawn: FamilyGrowth) -> tuple[float, float]:
        """(the last point's height, the fan's upper edge there), downwards from the top."""
        text = growth_svg(drawn)
        fan = re.search(r'class="required" points="([^"]*)"', text)
        assert fan is not None
        upper = min(float(corner.split(",")[1]) for corner in fan[1].split())
        circles = re.findall(r'<circle cx="[\d.]+" cy="([\d.]+)"', text)
        return float(circles[-1]), upper

    last, upper = edge(growth())
    assert last < upper - 20
    right = growth(points=measured(random.Random(1), COSTS["n"], COSTS["n"], noise=0.0, outliers=0.0))
    last, upper = edge(right)
    assert last > upper


def test_where_instructions_decided_their_plot_bears_the_evidence() -> None:
    time, counts = growth_svg(counted()), counts_svg(counted())
    assert 'class="slope"' in counts and "executed instructions" in counts
    assert 'class="slope"' not in time and 'class="deciding"' not in time
    assert counts_table(counted())[1][0] == "500"
    assert "executed instructions" in counts_text(counted())
    ElementTree.fromstring(counts)


def test_two_plots_of_one_growth_have_different_names() -> None:
    ids = [re.findall(r'id="([^"]*)"', draw(counted())) for draw in (growth_svg, counts_svg)]
    assert not set(ids[0]) & set(ids[1])


def test_the_deciding_sizes_are_the_last_slopes_or_where_a_limit_stopped_it() -> None:
    sizes = sorted({point.size for point in growth().points})
    assert deciding_sizes(growth().points) == (sizes[-4], sizes[-1])
    assert deciding_sizes(stopped().points) == (sizes[-1], 64_000)
    assert deciding_sizes(growth().points[:2]) is None


def test_words_in_the_plot_do_not_overlap() -> None:
    """Words level with each other need room for each letter between them, and a legend ends inside the frame."""
    for drawn in (growth(), stopped(), growth(required="min(n², m) log n + k")):
        text = growth_svg(drawn, 1_000_000_000)
        rows: dict[str, list[float]] = {}
        for found in re.finditer(
            r'<g transform="translate\(([\d.]+) ([\d.]+)\)">.*?<text[^>]*>([^<]*)</text></g>', text
        ):
            rows.setdefault(found[2], []).extend([float(found[1]), float(found[1]) + 22 + 6.5 * len(found[3])])
        assert rows
        for ends in rows.values():
            assert ends == sorted(ends)
            assert ends[-1] <= 460


@pytest.mark.parametrize(
    ("value", "resource", "text"),
    [
        (28_600_000, Resource.TIME, "28.6 ms"),
        (999_999_999, Resource.TIME, "1 s"),
        (1_500_000, Resource.MEMORY, "1.5 MB"),
        (64, Resource.PROBES, "64"),
        (0, Resource.TIME, "0 ns"),
    ],
)
def test_quantities(value: float, resource: Resource, text: str) -> None:
    assert quantity(value, resource) == text


def test_ticks_are_round_few_and_inside() -> None:
    for low, high in ((1.0, 2.0), (64, 1e6), (3e5, 9e8)):
        axis = fitted([low, high], 0, 100)
        ticks = axis.ticks()
        assert 2 <= len(ticks) <= 6
        assert all(axis.low <= value <= axis.high for value in ticks)
