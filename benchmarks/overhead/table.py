"""The figures of a table, and its text. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    runs: int
    median_ms: float
    p90_ms: float
    least_ms: float


def row(name: str, times_ns: Sequence[int]) -> Row:
    ordered = sorted(times_ns)
    count = len(ordered)
    middle = (ordered[(count - 1) // 2] + ordered[count // 2]) / 2
    return Row(name, count, middle / 1e6, ordered[min(count - 1, count * 9 // 10)] / 1e6, ordered[0] / 1e6)


def text(rows: Sequence[Row], absent: Mapping[str, str]) -> str:
    width = max(len(name) for name in [*(r.name for r in rows), *absent])
    lines = [f"{'':{width}}  {'median':>9}  {'p90':>9}  {'least':>9}  {'runs':>4}"]
    lines += [
        f"{r.name:{width}}  {r.median_ms:6.1f} ms  {r.p90_ms:6.1f} ms  {r.least_ms:6.1f} ms  {r.runs:4}" for r in rows
    ]
    lines += [f"{name:{width}}  not measured: {reason}" for name, reason in absent.items()]
    return "\n".join(lines)


def median_and_worst(times_ns: Sequence[int]) -> str:
    ordered = sorted(times_ns)
    return f"{ordered[len(ordered) // 2] / 1e6:.1f} ms median, {ordered[-1] / 1e6:.1f} ms worst of {len(ordered)}"
