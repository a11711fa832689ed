"""What became of each problem."""

from __future__ import annotations

from sqlalchemy import Connection, select

from judge.records import ProblemStatus
from judge.store import schema


def statuses(connection: Connection) -> dict[str, ProblemStatus]:
    """The best that counts: solved, else right but too slow, else tried (submitted, run, or written on)."""
    table = schema.submissions.c
    counts = (table.mode == "submit", ~table.late)
    best = {
        ProblemStatus.TRIED: select(schema.attempts.c.problem).join(schema.drafts),
        ProblemStatus.TOO_SLOW: select(table.problem).where(table.too_slow, *counts),
        ProblemStatus.SOLVED: select(table.problem).where(table.accepted, *counts),
    }
    found: dict[str, ProblemStatus] = {}
    for status, query in best.items():
        found |= dict.fromkeys(connection.execute(query.distinct()).scalars(), status)
    return found
