"""The pure parts: markdown, differences, samples as Python, figures, the timeline."""

from __future__ import annotations

from datetime import timedelta
from xml.etree import ElementTree

import pytest

from judge.problem.interface import ClassInterface, FunctionInterface, Method, Parameter, StdioInterface
from judge.problem.pasteable import as_python
from judge.report import Outcome
from tests.web.kit import growth
from web import words
from web.difference import MOST_TOKENS, marked
from web.markdown import render
from web.plot import plot
from web.timeline import Mark, timeline_svg
from web.words import with_code

FUNCTION = FunctionInterface(
    kind="function",
    name="top",
    parameters=[Parameter(name="xs", type="list[float]"), Parameter(name="k", type="int")],
    returns="list[float]",
)
CLASS = ClassInterface(kind="class", name="Box", methods=[Method(name="add"), Method(name="all")])


def test_markdown_is_cleaned() -> None:
    html = render(
        "## Title\n\n<script>alert(1)</script><img src=x onerror=y>\n\n[a](javascript:z) `x < y`\n\n| a |\n|---|\n| 1 |"
    )
    assert "<script" not in html and "<img" not in html and "href" not in html
    assert "<h3>Title</h3>" in html and "<code>x &lt; y</code>" in html and "<td>1</td>" in html


def test_what_differs_is_marked_and_escaped() -> None:
    expected, answer = marked("[1, <2>, 3]", "[1, <4>, 3]")
    assert expected == "[1, &lt;<ins>2</ins>&gt;, 3]"
    assert answer == "[1, &lt;<del>4</del>&gt;, 3]"


def test_the_space_between_columns_is_no_difference() -> None:
    expected, answer = marked("  user   rate\n0    7   1.08", "  user rate\n0    7  1.5", aligned=True)
    assert (str(expected), str(answer)) == (
        "  user   rate\n0    7   <ins>1.08</ins>",
        "  user rate\n0    7  <del>1.5</del>",
    )
    assert "<ins>   </ins>" in str(marked("a   b", "a b")[0])


def test_a_long_answer_is_marked_from_its_first_difference() -> None:
    same = "1, " * MOST_TOKENS
    expected, answer = marked(same + "2", same + "3")
    assert expected.endswith("<ins>2</ins>") and answer.endswith("<del>3</del>")


def test_a_function_sample_runs_as_python() -> None:
    text = as_python(FUNCTION, "xs = [1.0, nan]\nk = 1", "[nan]")
    printed: list[object] = []
    exec(text, {"top": lambda xs, k: xs[k:], "print": printed.append})
    assert str(printed) == "[[nan]]" and "# expected: [nan]" in text


def test_a_class_sample_runs_as_python() -> None:
    text = as_python(CLASS, "Box()\nadd(3)\nall()", "[None, None, [3]]")

    class Box(list):  # type: ignore[type-arg]
        add = list.append

        def all(self) -> list[int]:
            return list(self)

    printed: list[object] = []
    exec(text, {"Box": Box, "print": printed.append})
    assert printed == [None, [3]]


def test_a_program_sample_feeds_stdin() -> None:
    text = as_python(StdioInterface(kind="stdio"), "a\n'b'\n", "1\n")
    scope: dict[str, object] = {}
    import sys

    before = sys.stdin
    try:
        exec(text, scope)
        assert sys.stdin.read() == "a\n'b'\n"
    finally:
        sys.stdin = before


@pytest.mark.parametrize(
    ("ns", "text"), [(0, "0.00 ms"), (420_000, "0.42 ms"), (41_200_000, "41 ms"), (3_100_000_000, "3.10 s")]
)
def test_durations(ns: int, text: str) -> None:
    assert words.duration(ns) == text


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (723, "12:03"), (3600, "1:00:00"), (None, "–")])
def test_clock_text(seconds: int | None, text: str) -> None:
    assert words.clock(None if seconds is None else timedelta(seconds=seconds)) == text


def test_a_plot_has_no_style_attribute_and_keeps_its_colours() -> None:
    drawing = plot(growth(Outcome.EXCEEDS), 4_000_000)
    assert " style=" not in drawing and 'stroke="var(--growth-submission' in drawing
    assert "time limit" in drawing
    ElementTree.fromstring(drawing)


def test_every_outcome_has_a_word_and_an_icon() -> None:
    marks = [*words.VERDICTS.values(), *words.GROWTHS.values(), *words.STATUSES.values(), words.NOT_MEASURED]
    marks.append(words.NOT_ASKED)
    assert all(mark.word and mark.icon and mark.tone for mark in marks)


def test_timeline_is_a_drawing_with_a_mark_for_each() -> None:
    marks = [Mark(30, "run", "good", "run 1"), Mark(400, "submit", "bad", "submission 2: <Wrong>")]
    drawing = ElementTree.fromstring(timeline_svg([(10, 40), (300, 900)], marks, 600))
    assert len(drawing.findall("g")) == 2
    assert [title.text for title in drawing.iter("title")][1:] == ["run 1", "submission 2: <Wrong>"]


def test_code_between_backticks_is_escaped() -> None:
    assert with_code("`<b>` moves & `x`, `") == "<code>&lt;b&gt;</code> moves &amp; <code>x</code>, `"
