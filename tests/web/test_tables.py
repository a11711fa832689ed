"""Tables on the page: what is marked, and that what came from a submission stays text."""

from __future__ import annotations

import re

from web.tables import difference, shown

EXPECTED = """\
result(id,      month, rate)
        1, 2024-01-01,  0.5
        1, 2024-02-01, 1.08
        2, 2024-01-01, NULL"""


def marked(tag: str, html: str) -> list[str]:
    return re.findall(f"<{tag}>(.*?)</{tag}>", html)


def test_tables_have_captions_heads_and_cells() -> None:
    html = shown('a(x, y)\n1, ab\nNULL, ""\n\nb(z)\n')
    assert re.findall("<caption>(.*?)</caption>", html) == ["a", "b"]
    assert re.findall("<th [^>]*>(.*?)</th>", html) == ["x", "y", "z"]
    assert re.findall("<td([^>]*)>(.*?)</td>", html) == [
        (' class="number"', "1"), ("", "ab"), (' class="null number"', "NULL"), ("", ""), (' colspan="1"', "no rows"),
    ]  # fmt: skip


def test_what_is_no_table_stays_as_it_is() -> None:
    assert shown("an input of 9 bytes, <too> large") == (
        '<pre tabindex="0">an input of 9 bytes, &lt;too&gt; large</pre>'
    )


def test_only_the_cells_that_differ_are_marked() -> None:
    expected, answer = difference(EXPECTED, EXPECTED.replace("1.08", "1.07"))
    assert (marked("ins", expected), marked("del", answer)) == (["1.08"], ["1.07"])


def test_order_alone_marks_nothing_that_is_there_and_surplus_rows_are_marked_whole() -> None:
    lines = EXPECTED.splitlines()
    turned = "\n".join([lines[0], lines[2], lines[1], "7, 2025-01-01, 3.5", lines[3]])
    expected, answer = difference(EXPECTED, turned)
    assert (marked("ins", expected), marked("del", answer)) == ([], ["7", "2025-01-01", "3.5"])


def test_where_only_the_order_differs_the_places_are_marked() -> None:
    expected, answer = difference("result(n)\n1\n2\n3", "result(n)\n1\n3\n2")
    assert (marked("ins", expected), marked("del", answer)) == (["2", "3"], ["3", "2"])


def test_rounding_is_not_marked() -> None:
    expected, answer = difference("result(x)\n0.3", "result(x)\n0.30000000000000004")
    assert "<ins>" not in expected + answer
    assert "<del>" not in expected + answer


def test_what_was_cut_is_counted_and_nothing_is_marked() -> None:
    cut = "result(n)\n1\n… (1,234 more rows)"
    expected, answer = difference(cut, "result(n)\n2")
    assert "… (1,234 more rows)</td>" in expected
    assert "<del>" not in answer


def test_a_submissions_words_are_no_html() -> None:
    expected, answer = difference('result(n)\n"<b>"', 'result("<i>")\n"<script>"')
    assert not re.search("<(b|i|script)>", expected + answer)
