"""The live table: a fold of the events of one judgement, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from judge.cli.terminal import cpu_time, marks, memory, style_of
from judge.growth.explain import class_said
from judge.report import (
    Built,
    CaseFinished,
    Decided,
    Event,
    FamilyGrowth,
    GrowthDecided,
    GrowthPoint,
    Outcome,
    Resource,
    Role,
    Stage,
    Tier,
    Verdict,
)

TIERS = [Tier.SAMPLE, Tier.OWN, Tier.EDGE, Tier.ADVERSARIAL, Tier.SCALE]


@dataclass(slots=True)
class TierRow:
    passed: int = 0
    run: int = 0
    cpu_ns: int = 0  # the slowest case's
    memory_bytes: int = 0  # the largest case's
    failed: Verdict | None = None  # of the first case that failed


@dataclass(slots=True)
class Board:
    """All that the events so far have said."""

    stage: str = "starting"
    tiers: dict[Tier, TierRow] = field(default_factory=dict)
    largest_size: dict[tuple[str, Resource], int] = field(default_factory=dict)
    growth: dict[tuple[str, Resource], FamilyGrowth] = field(default_factory=dict)

    def hear(self, event: Event) -> None:
        match event:
            case Stage(text=text, done=done, total=total):
                self.stage = f"{text} {done}/{total}" if done is not None and total else text
            case Built(ok=False):
                self.stage = "this is not a program yet"
            case CaseFinished():
                self._hear_case(event)
            case GrowthPoint(family=family, resource=resource, point=point):
                if point.role is Role.SUBMISSION:
                    key = (family, resource)
                    self.largest_size[key] = max(point.size, self.largest_size.get(key, 0))
                self.stage = f"measuring growth on {family}, n = {point.size:,}"
            case GrowthDecided(growth=growth):
                self.growth[growth.family, growth.resource] = growth
            case Decided():
                self.stage = ""

    def _hear_case(self, case: CaseFinished) -> None:
        row = self.tiers.setdefault(case.tier, TierRow())
        row.run += 1
        row.passed += case.verdict is Verdict.AC
        row.cpu_ns = max(row.cpu_ns, case.cpu_ns)
        row.memory_bytes = max(row.memory_bytes, case.memory_bytes)
        if case.verdict is not Verdict.AC and row.failed is None:
            row.failed = case.verdict
        self.stage = f"case {case.index + 1} of {case.total}"

    def draw(self) -> RenderableType:
        """The table as it stands, with what is going on below it."""
        table = Table(box=None, pad_edge=False, header_style="dim")
        for header in ("", "tier", "passed", "slowest", "memory", ""):
            table.add_column(header)
        m = marks()
        for tier in TIERS:
            if row := self.tiers.get(tier):
                good = row.failed is None
                mark, word = (m.good, "") if good else (m.bad, str(row.failed))
                table.add_row(
                    Text(mark, style=style_of(mark)),
                    str(tier),
                    f"{row.passed}/{row.run}",
                    cpu_time(row.cpu_ns),
                    memory(row.memory_bytes),
                    Text(word, style=style_of(word)),
                )
        for (family, resource), size in self.largest_size.items():
            decided = self.growth.get((family, resource))
            word = str(decided.outcome) if decided else "..."
            mark = growth_mark(decided.outcome) if decided else " "
            table.add_row(
                Text(mark, style=style_of(mark)), f"{resource} growth", family, f"n = {size:,}", "",
                Text(word, style=style_of(word)),
            )  # fmt: skip
        return Group(table, Text(self.stage, style="dim")) if self.stage else table


def growth_mark(outcome: Outcome) -> str:
    m = marks()
    return {Outcome.WITHIN: m.good, Outcome.EXCEEDS: m.bad, Outcome.INCONCLUSIVE: m.star}[outcome]


def plain_line(event: Event) -> str | None:
    """What an event says where nothing can be redrawn; None for those that only show progress."""
    m = marks()
    match event:
        case Built(ok=False, message=message):
            return f"{m.bad} CE {message}"
        case CaseFinished():
            mark = m.good if event.verdict is Verdict.AC else m.bad
            size = f" n={event.size}" if event.size is not None else ""
            figures = f"{cpu_time(event.cpu_ns)}, {memory(event.memory_bytes)}"
            why = f": {event.message}" if event.message else ""
            return f"{mark} {event.verdict} {event.tier}/{event.name}{size} ({figures}){why}"
        case GrowthDecided(growth=growth):
            measured = f", measured {growth.measured}" if growth.measured else ""
            mark = growth_mark(growth.outcome)
            costs = f"required {class_said(growth.required)}{measured}"
            return f"{mark} {growth.resource} growth on {growth.family}: {growth.outcome} ({costs})"
    return None
