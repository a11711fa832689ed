"""Growth in the terminal: per family a plot and what stands behind it; the claims; the line that carries it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from judge.claim import HOLDS
from judge.cli.terminal import UNICODE, console, is_live, marks, style_of
from judge.growth.draw import by_counts, counts_text, growth_text
from judge.growth.draw.textplot import ASCII, BOTH, STOPPED, THEIRS, YOURS
from judge.growth.evidence import bare_reason, blamed, blaming, effort, sentence_of, sureness
from judge.growth.explain import class_said
from judge.report import Claim, FamilyGrowth, Outcome, Report, Resource

WIDEST = 72
PAINT = {YOURS: "bright_blue", BOTH: "bright_blue", THEIRS: "yellow", STOPPED: "bright_red"}


def say_growth(report: Report) -> None:
    """Every family in a line; those that tell most with plot and evidence."""
    told = plotted(report)
    for family in report.families:
        console().print(Text(heading(family), style=f"bold {style_of(family.outcome)}".strip()))
        if family in told:
            for text in plots(family, min(WIDEST, console().width)):
                console().print(painted(text))
            for sentence in evidence(family):
                console().print(Text(f"  {sentence}"))


def plotted(report: Report) -> list[FamilyGrowth]:
    """What does not grow as it may, or is not known to; where all do, the first of time."""
    doubtful = [family for family in report.families if family.outcome is not Outcome.WITHIN]
    first = sorted(report.families, key=lambda family: family.resource is not Resource.TIME)[:1]
    return doubtful or first


def heading(family: FamilyGrowth) -> str:
    measured = f", measured {family.measured}" if family.measured else ""
    text = f"{family.resource} on {family.family}: {family.outcome} (required {class_said(family.required)}{measured})"
    return text if marks() is UNICODE else ascii_only(text)


def plots(family: FamilyGrowth, width: int) -> Iterator[str]:
    unicode = marks() is UNICODE
    yield growth_text(family, width, unicode=unicode)
    if by_counts(family):
        yield counts_text(family, width, unicode=unicode)


def evidence(family: FamilyGrowth) -> Iterator[str]:
    """Why, how sure, by how much work, and what would settle it."""
    said = (sentence_of(bare_reason(family)), sureness(family), effort(family), sentence_of(family.settle))
    yield from (sentence if marks() is UNICODE else ascii_only(sentence) for sentence in said if sentence)


def painted(text: str) -> Text:
    """A plot in colours; without them its marks tell the same."""
    plain = Text(text)
    if is_live():
        for mark, style in PAINT.items():
            plain.highlight_words([mark], style)
    return plain


def blame_lines(report: Report) -> Iterator[str]:
    family = blaming(report)
    if family is not None:
        yield blamed(family)


def claim_lines(report: Report) -> Iterator[str]:
    """Claimed, measured and required side by side, and below each other why."""
    if not report.claims:
        return
    m = marks()
    rows = [["", "claimed", "measured", "required", ""]]
    for claim in report.claims:
        mark = {True: m.good, False: m.bad, None: m.star}[claim.holds]
        word = HOLDS[claim.holds]
        rows.append(
            [
                _kind(claim),
                f"O({claim.claimed})",
                claim.measured or "-",
                _o(claim.required),
                f"{mark} {word}",
            ]
        )
    yield from _aligned(rows)
    yield from (claim.told for claim in report.claims if claim.told)
    if any(claim.holds is False for claim in report.claims):
        yield "A claim does not change the verdict."


def ascii_only(text: str) -> str:
    """What plain letters can carry of our own sentences."""
    return text.translate(ASCII)


def _kind(claim: Claim) -> str:
    return {"time": "time", "memory": "space", "probes": "reads"}[claim.resource]


def _o(required: str | None) -> str:
    return f"O({required})" if required else "-"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
