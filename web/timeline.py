"""The code timeline of an attempt as a small drawing. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

WIDTH, HEIGHT, MARGIN = 640, 72, 8
FLOOR = HEIGHT - 20


class Mark(NamedTuple):
    """A run or a submission at `seconds` of the session."""

    seconds: float
    mode: str
    tone: str
    told: str


def timeline_svg(lengths: Sequence[tuple[float, int]], marks: Sequence[Mark], total_s: float) -> Markup:
    """`lengths`: (seconds, characters) of each saved text; the drawing spans `total_s` seconds."""

    def x(seconds: float) -> float:
        return round(MARGIN + min(1.0, seconds / total_s) * (WIDTH - 2 * MARGIN), 1)

    longest = max((length for _, length in lengths), default=1) or 1
    steps = []
    for seconds, length in lengths:
        y = round(FLOOR - length / longest * (FLOOR - 16), 1)
        steps.append(f"H{x(seconds)}V{y}")
    path = f'<path class="timeline-text" d="M{MARGIN} {FLOOR}{"".join(steps)}H{WIDTH - MARGIN}"/>' if steps else ""
    minute = 60 if total_s <= 900 else 300 if total_s <= 3600 else 900
    ticks = "".join(
        f'<path class="timeline-tick" d="M{x(at)} {FLOOR}v4"/>'
        f'<text x="{x(at)}" y="{HEIGHT - 4}" text-anchor="middle">{at // 60}</text>'
        for at in range(0, int(total_s) + 1, minute)
    )
    drawn = "".join(_mark(x(mark.seconds), mark) for mark in marks)
    title = f"Length of the code over {total_s / 60:.0f} minutes, with {len(marks)} runs and submissions"
    return Markup(
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"><title>{title}</title>'
        f'<path class="timeline-axis" d="M{MARGIN} {FLOOR}H{WIDTH - MARGIN}"/>{ticks}{path}{drawn}</svg>'
    )


def _mark(x: float, mark: Mark) -> str:
    """A run is a small ring; a submission a filled mark, round where accepted, a cross where not."""
    title = f"<title>{escape(mark.told)}</title>"
    shape = (
        '<circle cy="10" r="3" fill="none"/>'
        if mark.mode == "run"
        else '<circle cy="10" r="5" fill="currentColor"/>'
        if mark.tone == "good"
        else '<path d="M-4.5 5.500l9 9M4.500 5.500l-9 9"/>'
    )
    line = f'<path class="timeline-drop" d="M0 16V{FLOOR}"/>'
    return f'<g class="timeline-mark tone-{mark.tone}" transform="translate({x} 0)">{title}{line}{shape}</g>'
