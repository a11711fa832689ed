"""A report as a notebook shows it: HTML with the page's own plots, or plain text where that is all there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from judge.claim import HOLDS
from judge.cli.counterexamplelines import counterexample_lines
from judge.cli.growthlines import claim_lines, evidence, heading, plots
from judge.cli.verdictlines import case_lines, closing_line, failing_case
from judge.growth.draw import by_counts, counts_svg, counts_table, growth_svg, growth_table
from judge.growth.evidence import bare_reason, blamed, blaming, circumstances, effort, sentence_of, sureness
from judge.report import FamilyGrowth, Report

WIDTH = 72  # characters of a plot in plain text
# A notebook brings its own colours and fonts: only what it cannot know is said here.
_FRAME = "max-width:46rem;line-height:1.45;--growth-ground:var(--jp-layout-color0,transparent)"
_ASIDE = "opacity:.75;font-size:.9em"
_CELL = "text-align:left;padding:.15rem .9rem .15rem 0"
_LINE = "border-left:3px solid #b7791f;padding:.1rem .7rem;margin:.5rem 0"


class Shown:
    """What `%%judge` gives back: the report, and how it looks."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def __repr__(self) -> str:
        return "\n".join(_lines(self.report))

    def _repr_html_(self) -> str:
        return f'<div style="{_FRAME}">{"".join(_html(self.report))}</div>'

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self._repr_html_()}


def _lines(report: Report) -> Iterator[str]:
    if (case := failing_case(report)) is not None:
        yield from case_lines(case)
    yield from counterexample_lines(report.counterexample)
    for family in report.families:
        yield heading(family)
        yield from plots(family, WIDTH)
        yield from (f"  {sentence}" for sentence in evidence(family))
    yield from claim_lines(report)
    yield report.sentence
    if (named := blaming(report)) is not None:
        yield blamed(named)
    if told := circumstances(report.host):
        yield told
    yield closing_line(report)


def _html(report: Report) -> Iterator[str]:
    growth = f", growth {report.growth}" if report.growth else ""
    yield f"<p><b>{escape(f'{report.verdict}{growth}')}</b>: {escape(report.sentence)}</p>"
    if (named := blaming(report)) is not None:
        yield f'<p style="{_LINE}">{escape(blamed(named))}</p>'
    if (case := failing_case(report)) is not None:
        yield f"<pre>{escape(chr(10).join(case_lines(case)))}</pre>"
    if report.counterexample is not None:
        yield f"<pre>{escape(chr(10).join(counterexample_lines(report.counterexample)))}</pre>"
    if report.claims:
        rows = [["cost", "claimed", "measured", "required", "claim"]]
        for claim in report.claims:
            required = f"O({claim.required})" if claim.required else "–"
            rows.append(
                [str(claim.resource), f"O({claim.claimed})", claim.measured or "–", required, HOLDS[claim.holds]]
            )
        yield _table(rows)
        yield "".join(f'<p style="{_ASIDE}">{escape(claim.told)}</p>' for claim in report.claims if claim.told)
    limit = max((case.cpu_limit_ns for case in report.cases if case.cpu_limit_ns), default=None)
    for family in report.families:
        yield from _growth(family, limit)
    for text in (circumstances(report.host), closing_line(report)):
        if text:
            yield f'<p style="{_ASIDE}">{escape(text)}</p>'


def _growth(family: FamilyGrowth, limit: int | None) -> Iterator[str]:
    yield f"<h4>{escape(heading(family))}</h4>"
    for text in (bare_reason(family), family.settle):
        if text:
            yield f"<p>{escape(sentence_of(text))}</p>"
    if not family.points:
        return
    yield f'<div style="max-width:34rem">{growth_svg(family, limit)}</div>'
    if by_counts(family):
        yield f'<div style="max-width:34rem">{counts_svg(family)}</div>'
    yield f'<p style="{_ASIDE}">{escape(f"{sureness(family)} {effort(family)}".strip())}</p>'
    yield f"<details><summary>The figures</summary>{_table(growth_table(family))}"
    if family.counts:
        yield f"<p>Executed instructions</p>{_table(counts_table(family))}"
    yield "</details>"


def _table(rows: Sequence[Sequence[str]]) -> str:
    def row(cells: Sequence[str], kind: str) -> str:
        return "<tr>" + "".join(f'<{kind} style="{_CELL}">{escape(cell)}</{kind}>' for cell in cells) + "</tr>"

    body = "".join(row(cells, "td") for cells in rows[1:])
    return f"<table><thead>{row(rows[0], 'th')}</thead><tbody>{body}</tbody></table>"
