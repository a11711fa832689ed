"""The tables that are published, of any set of judgements. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.growth.corpus import Corpus, Kind
from benchmarks.growth.figures import (
    Cost,
    Errors,
    all_rules,
    by_growth,
    cost,
    cpu_s,
    failed,
    near_rejected,
    obvious_quadratics,
    sound,
    steady,
)
from benchmarks.growth.folders import folders_tables
from benchmarks.growth.record import Judgement
from benchmarks.growth.tabular import Table

NOTE = """\
Shares of judgements, with the 95 % interval of the true share. Repeats of one solution are not independent draws: the
interval counts as many as vary as the solutions do (Korn and Graubard), one a solution where all agree."""


def tables(judgements: Sequence[Judgement]) -> list[Table]:
    good = sound(judgements)
    found = [rules_table(name, part) for name, part in circumstances(good)]
    found += [kinds_table(good), cost_table(good), other_table(judgements)]
    if len({one.corpus for one in good}) > 1:
        found.append(corpora_table(good))
    bank = [one for one in judgements if one.corpus is Corpus.BANK]
    return [*found, *folders_tables(bank)]


def summary(judgements: Sequence[Judgement], markdown: bool = False) -> str:
    parts = [table.markdown() if markdown else table.text() for table in tables(judgements)]
    return "\n\n".join([*parts, NOTE])


def circumstances(judgements: Sequence[Judgement]) -> list[tuple[str, list[Judgement]]]:
    """All, and where there are both, those on a host left alone and those with cores kept busy."""
    quiet = [one for one in judgements if not one.busy]
    loaded = [one for one in judgements if one.busy]
    cores = "-".join(sorted({str(one.busy) for one in loaded}))
    parts = [("quiet", quiet), (f"{cores} cores kept busy", loaded)]
    if quiet and loaded:
        return [("quiet and loaded together", list(judgements)), *parts]
    return [(name, part) for name, part in parts if part]


def rules_table(name: str, judgements: Sequence[Judgement]) -> Table:
    rows = [(rule, *_errors(errors)) for rule, errors in all_rules(judgements)]
    header = ("rule", "right rejected", "worse accepted", "worse inconclusive", "right inconclusive")
    return Table(f"{len(judgements)} judgements, {name}", header, tuple(rows))


def kinds_table(judgements: Sequence[Judgement]) -> Table:
    parts = {str(kind): [one for one in judgements if one.kind is kind] for kind in Kind}
    return _parts_table("growth, by kind of solution", "kind", parts)


def corpora_table(judgements: Sequence[Judgement]) -> Table:
    parts = {str(corpus): [one for one in judgements if one.corpus is corpus] for corpus in Corpus}
    return _parts_table("growth, by corpus", "corpus", parts)


def _parts_table(title: str, what: str, parts: Mapping[str, Sequence[Judgement]]) -> Table:
    rows = tuple((name, str(len(part)), *_errors(by_growth(part))) for name, part in parts.items() if part)
    header = (what, "judgements", "right rejected", "worse accepted", "worse inconclusive", "right inconclusive")
    return Table(title, header, rows)


def cost_table(judgements: Sequence[Judgement]) -> Table:
    two = [one for one in judgements if len({family.family for family in one.families}) == 2]
    quadratics = obvious_quadratics(judgements)
    rows = [
        ("CPU of a judgement", cpu_s(judgements)),
        ("CPU of one with two families", cpu_s(two)),
        ("CPU until an obvious quadratic is rejected", [one.timed_cpu_ns / 1e9 for one in quadratics]),
        ("CPU until its line is found too", cpu_s(quadratics)),
        ("wall time of a judgement", [one.seconds for one in judgements]),
    ]
    shown = tuple((name, *_cost(cost(values))) for name, values in rows)
    return Table("what it costs, in seconds", ("", "median", "95 %", "worst"), shown)


def other_table(judgements: Sequence[Judgement]) -> Table:
    good = sound(judgements)
    same, solutions = steady(good)
    rows = (
        ("repeats that say what most repeats of the solution say", str(same)),
        ("solutions of which all repeats say the same", str(solutions)),
        ("worse by a logarithm only, rejected (growth need not tell)", str(near_rejected(good))),
        ("judging itself failed", str(failed(judgements))),
    )
    return Table("beside that", ("", "share"), rows)


def _errors(errors: Errors) -> tuple[str, ...]:
    shares = (errors.right_rejected, errors.worse_accepted, errors.worse_open, errors.right_open)
    return tuple("-" if share is None else str(share) for share in shares)


def _cost(found: Cost | None) -> tuple[str, ...]:
    return ("-",) * 3 if found is None else tuple(f"{value:.1f}" for value in (found.middle, found.high, found.worst))
