"""Plots: well-formed, told without colour, safe with hostile names, the same bytes each time."""

from __future__ import annotations

import random
import re
from xml.etree import ElementTree

import pytest

from judge.growth.plot import growth_svg, growth_table
from judge.growth.scale import fitted, quantity
from judge.growth.textplot import growth_text
from judge.report import FamilyGrowth, Outcome, Point, Resource, Role
from tests.judge.growth.curves import COSTS, measured

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
    )
    return made.model_copy(update=changes)


def stopped() -> FamilyGrowth:
    points = growth().points
    last = Point(role=Role.SUBMISSION, size=64_000, values=[2_000_000_000], censored=True)
    return growth(points=[*points, last])


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
    assert len(root.findall(f"{SVG}g/{SVG}circle")) == mine
    assert len(root.findall(f"{SVG}g/{SVG}rect")) == len(drawn.points) - mine
    assert len(root.findall(f"{SVG}g/{SVG}title")) == len(drawn.points)


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
    for value in re.findall(r' c?[xy][12]?="(-?[\d.]+)"', text):
        assert 0 <= float(value) <= 560


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


@pytest.mark.parametrize(("width", "height"), [(64, 14), (40, 10), (10, 2)])
def test_text_keeps_to_its_size(width: int, height: int) -> None:
    lines = growth_text(stopped(), width, height).splitlines()
    assert max(map(len, lines[:-2])) <= max(30, width)
    assert len(lines) == max(6, height) + 1
    assert "▲ stopped" in lines[-1]
    assert growth_text(stopped(), width, height, unicode=False).isascii()


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
