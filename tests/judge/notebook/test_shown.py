"""A report in a notebook: whole in HTML and in plain text, and nothing that a submission wrote is markup."""

from __future__ import annotations

from html.parser import HTMLParser

from judge.notebook import Shown
from judge.report import Claim, Counterexample, FamilyGrowth, Host, Outcome, Report, Resource, Verdict
from tests.web.kit import growth, report

HOSTILE = "</pre><script>alert(1)</script><img src=x onerror=alert(2)>"


def steep(**changes: object) -> Report:
    made = report("rolling-average", Verdict.AC, Outcome.EXCEEDS)
    claim = Claim(
        resource=Resource.TIME, claimed="n", measured="about n^2", required="n", holds=False, told="So it is."
    )
    return made.model_copy(update={"claims": [claim], "host": Host(busy_cores=1.3, cores=2, noise=0.03), **changes})


class Tags(HTMLParser):
    """Which elements a piece of HTML has, and whether they close as they opened."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def tags(html: str) -> set[str]:
    parser = Tags()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser.seen


def test_html_has_verdict_plot_table_claims_line_and_host() -> None:
    html = Shown(steep())._repr_html_()
    assert {"svg", "table", "details", "h4"} <= tags(html)
    for words in (
        "AC, growth exceeds",
        "Line 5, `total = sum(xs[i - k + 1 : i + 1])`",
        "does not hold",
        "So it is.",
        "your slope",
        "other work kept 1.3 of 2 cores busy",
        "differ by 3 %",
    ):
        assert words in html, words


def test_plain_text_says_the_same() -> None:
    text = repr(Shown(steep()))
    for words in ("●", "Line 5", "does not hold", "1.3 of 2 cores", "growth about n^2.00 (exceeds)"):
        assert words in text, words


def test_both_are_offered() -> None:
    bundle = Shown(steep())._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}


def test_what_a_submission_wrote_stays_text() -> None:
    hostile = growth(Outcome.EXCEEDS).model_copy(
        update={"family": HOSTILE, "line_text": HOSTILE, "cause": HOSTILE, "reason": HOSTILE, "settle": HOSTILE}
    )
    families: list[FamilyGrowth] = [hostile]
    wrong = report("rolling-average", Verdict.WA, None).cases
    cases = [case.model_copy(update={"message": HOSTILE, "stdout": HOSTILE, "name": HOSTILE}) for case in wrong]
    made = steep(families=families, cases=cases, sentence=HOSTILE)
    made = made.model_copy(update={"claims": [each.model_copy(update={"told": HOSTILE}) for each in made.claims]})
    seen = tags(Shown(made)._repr_html_())
    assert not seen & {"script", "img"}


def test_a_run_and_a_failed_build_are_shown_too() -> None:
    assert "WA" in Shown(report("p", Verdict.WA, None))._repr_html_()
    built = report("p", Verdict.CE, None).model_copy(update={"cases": [], "tiers": []})
    assert "CE" in repr(Shown(built))


def test_the_smallest_failing_input_is_shown_in_both_forms_as_text() -> None:
    found = Counterexample(
        verdict=Verdict.WA, input="xs = [1]", code=f"f([1])  # {HOSTILE}", expected="2", answer=HOSTILE
    )
    shown = Shown(report("rolling-average", Verdict.WA, None).model_copy(update={"counterexample": found}))
    assert f"f([1])  # {HOSTILE}" in repr(shown)
    assert "f([1])" in shown._repr_html_()
    assert not {"script", "img"} & tags(shown._repr_html_())
