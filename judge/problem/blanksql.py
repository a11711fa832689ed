"""The text of an SQL problem that is still to be written: as blank.py, for queries."""

from __future__ import annotations

MARK = "-- landau: reference"

YAML = """\
title: {title}
difficulty: easy  # easy: 12 minutes, medium: 20, hard: 35; `minutes: 15` says otherwise
tags: [sql, "[[fill in: one or two tags, such as window-functions]]"]
source: {{topics: [], companies: [], rounds: []}}  # where it was asked
runtime: python-data  # where the engines are
interface:
  kind: sql
  dialects: [duckdb, sqlite]  # the first is what people begin with; leave out one that the task does not suit
  tables:
    - name: events
      columns:  # INTEGER, DOUBLE, TEXT, DATE, TIMESTAMP, BOOLEAN
        - {{name: user_id, type: INTEGER}}
        - {{name: day, type: DATE}}
        - {{name: amount, type: DOUBLE}}
  result:
    - {{name: user_id, type: INTEGER}}
    - {{name: total, type: DOUBLE}}
limits: {{memory_mb: 256}}  # over what the tables take; time is a safety net and rarely needs a word
checker: {{kind: table, ordered: false, relative: 1.0e-9, absolute: 1.0e-12}}  # ordered: rows as the query orders them
growth:
  time: n  # what it may cost at most; in SQLite the steps of its machine are counted
  variable: "[[fill in: what n is, such as rows of events]]"
  families:  # functions of cases.py; sizes double from smallest while growth is measured
    - {{name: typical, smallest: 500, largest: 200000, about: "[[fill in: what these tables are]]"}}
    - {{name: worst, smallest: 500, largest: 200000, about: "[[fill in: why these are the worst for the trap]]"}}
draws:  # hidden cases; at the scale sizes the reference should take 10 to 60 ms
  adversarial:
    - {{family: typical, size: 300, count: 2}}
    - {{family: worst, size: 300}}
  scale:
    - {{family: typical, size: 50000}}
    - {{family: worst, size: 50000}}
"""

CASES = '''\
"""Tables of {slug}. An input is a tuple with one list of rows a table, in the order of problem.yaml; a row is a tuple
with a value a column: int, float, str, date, datetime, bool, or None for NULL.

Only the standard library. All chance comes from rng; never draw in the order of a set.
"""

from datetime import date


def samples():
    """Shown to everybody. The answers, rows of the result, are written by hand; `judge problem check` compares them."""
    return [
        {{
            "input": {sample},  # [[fill in: small typical tables]]
            "answer": {answer},  # [[fill in: the rows of the result]]
            "note": "[[fill in: why that is the answer]]",
        }},
    ]


def edges(rng):
    """Small and strange: (label, input). No row, one row, NULL, ties, days on a boundary, ..."""
    return [
        ("[[fill in: what is special]]", {sample}),
    ]


def typical(n, rng):
    raise NotImplementedError  # [[fill in: return tables of n rows]]


def worst(n, rng):
    raise NotImplementedError  # [[fill in: return the tables of n rows on which the trap does most work]]


def validate(tables):
    """Raise ValueError where a constraint of the statement is broken; own cases of people come through here too.
    Values are already of the types of problem.yaml, or None."""
    raise NotImplementedError  # [[fill in: check each constraint of the statement: which columns may be NULL, ...]]
'''

STATEMENT = """\
[[fill in: the task, in your own words: what a row of each table is, what a row of the result is]]

[[fill in: what happens with NULL, ties, duplicate rows, users without events; whether division is exact]]

**Constraints**

- [[fill in: numbers of rows, ranges of values, which columns may be NULL]]

**Required**

[[fill in: what it may cost, in the letters of `growth`: with `n` the rows of ..., time O(...)]]

The tables' columns and the samples are shown beside this text; they come from `problem.yaml` and `cases.py`.
"""

STARTER = """\
-- [[fill in: what a row of the result is, in a line]]
SELECT
"""

QUERIES = {
    "submissions/accepted/reference.duckdb.sql": (
        f"{MARK}\n-- [[fill in: the idea, in a line]]\n",
        "[[fill in: the reference; simple, and of the required growth]]",
    ),
    "submissions/accepted/reference.sqlite.sql": (
        f"{MARK}\n-- [[fill in: the idea, and what SQLite writes otherwise]]\n",
        "[[fill in: the same for SQLite]]",
    ),
    "submissions/accepted/another_idea.duckdb.sql": (
        "-- [[fill in: another right idea, and what its cost differs by]]\n",
        "[[fill in: another, accepted]]",
    ),
    "submissions/too_slow/correlated.sqlite.sql": (
        "-- [[fill in: the obvious idea, and why it grows too fast]]\n",
        "[[fill in: right, but its growth exceeds]]",
    ),
    "submissions/wrong/edge.duckdb.sql": (
        "-- [[fill in: the common mistake, and which case shows it]]\n",
        "[[fill in: wrong on an edge]]",
    ),
}


def texts(slug: str, title: str) -> dict[str, str]:
    """The files that differ from those of other kinds, by path. `title`: as YAML writes it."""
    sample = "([(1, date(2024, 1, 31), 2.5)],)"
    return {
        "problem.yaml": YAML.format(title=title),
        "cases.py": CASES.format(slug=slug, sample=sample, answer="[(1, 2.5)]"),
        "statement.md": STATEMENT,
        "starter.sql": STARTER,
        **{path: f"{head}SELECT  -- {words}\n" for path, (head, words) in QUERIES.items()},
    }
