"""The text of a problem on data frames that is still to be written: as blank.py, for functions of pandas."""

from __future__ import annotations

from judge.problem import blank

YAML = """\
title: {title}
difficulty: easy  # easy: 12 minutes, medium: 20, hard: 35; `minutes: 15` says otherwise
tags: [pandas, "[[fill in: one or two tags, such as grouping]]"]
source: {{topics: [], companies: [], rounds: []}}  # where it was asked
runtime: python-data  # with numpy, pandas and duckdb
interface:
  kind: function
  name: {name}
  parameters:
    - {{name: table, type: DataFrame}}
  returns: DataFrame  # or Series
  pure: true  # the arguments must stay as they are
limits: {{memory_mb: 256}}  # over what runtime and input take; time is a safety net and rarely needs a word
# ordered: rows in one order, else any; index: compare or ignore; dtypes: kind, or exact (int64 is not Int64)
checker: {{kind: frame, ordered: false, index: ignore, dtypes: kind, relative: 1.0e-9, absolute: 1.0e-12}}
growth:
  time: n log n  # what it may cost at most, as people write it: n, n log n, n^2
  variable: "[[fill in: what n is, such as len(table)]]"
  families:  # functions of cases.py; pandas costs a millisecond before it begins, so let the rows be many
    - name: few_groups
      smallest: 2000
      largest: 320000
      about: "[[fill in: only the rows grow; the worst case for which trap]]"
    - name: many_groups
      smallest: 2000
      largest: 320000
      about: "[[fill in: the groups grow with the rows; the worst case for looking at all rows for each of them]]"
draws:  # hidden cases; at the scale sizes the reference should take 10 to 60 ms
  adversarial:
    - {{family: few_groups, size: 300, count: 2}}
    - {{family: many_groups, size: 300}}
  scale:
    - {{family: few_groups, size: 40000}}
    - {{family: many_groups, size: 40000}}
"""

CASES = '''\
"""Inputs of {slug}. An input is a tuple of the arguments (table,).

The standard library, numpy and pandas. All chance comes from rng: np.random.default_rng(rng.getrandbits(64)) where much
is to be drawn; never draw in the order of a set. Say every dtype: an empty or all-missing column has none by itself.
"""

import numpy as np
import pandas as pd

DTYPES = {{"user": "int64", "amount": "float64"}}  # [[fill in: the columns of the table]]


def table(*rows):
    """Rows as tuples, with the dtypes that the statement says."""
    return pd.DataFrame(list(rows), columns=list(DTYPES)).astype(DTYPES)


def samples():
    """Shown to everybody. The answers are written by hand; `judge problem check` compares them with the reference's."""
    return [
        {{
            "input": (table((1, 2.5), (2, None)),),  # [[fill in: a small typical table]]
            "answer": None,  # [[fill in: its answer, a data frame]]
            "note": "[[fill in: why that is the answer]]",
        }},
    ]


def edges(rng):
    """Small and strange: (label, input). No row, one row, missing values, ties, labels of the index twice, ..."""
    return [
        ("no rows", (table(),)),
        ("[[fill in: what is special]]", (table((1, 2.5)),)),
    ]


def few_groups(n, rng):
    made = np.random.default_rng(rng.getrandbits(64))
    raise NotImplementedError  # [[fill in: return an input of n rows, such as (pd.DataFrame(...),)]]


def many_groups(n, rng):
    raise NotImplementedError  # [[fill in: return an input of n rows in n / 40 groups, say]]


def validate(table):
    """Raise ValueError where a constraint of the statement is broken; own cases of people come through here too."""
    if list(table.columns) != list(DTYPES):
        raise ValueError(f"table has the columns {{list(table.columns)}}, not {{list(DTYPES)}}")
    for name, dtype in DTYPES.items():
        if str(table[name].dtype) != dtype:
            raise ValueError(f"column {{name}} has the dtype {{table[name].dtype}}, not {{dtype}}")
    raise NotImplementedError  # [[fill in: check each other constraint of the statement]]
'''

STATEMENT = """\
[[fill in: the task, in your own words: what a row of the table is]]

| column | dtype | |
| --- | --- | --- |
| `user` | int64 | [[fill in: each column; whether it may be missing]] |

[[fill in: the columns of the answer with their dtypes, and the order of its rows]]

[[fill in: what happens with missing values, ties, duplicate rows, an empty table; whether the index means anything]]

**Constraints**

- [[fill in: numbers of rows and groups, ranges of values]]

**Required**

[[fill in: what it may cost, in the letters of `growth`: with `n = ...`, time O(...)]]

The samples are shown below this text, as tables and as constructors to copy; they come from `cases.py`.
"""

CODE = '''\
import pandas as pd


def {name}(table: pd.DataFrame) -> pd.DataFrame:
    """[[fill in: what it returns, in a line]]"""
    raise NotImplementedError{blank}
'''


def texts(slug: str, title: str, name: str) -> dict[str, str]:
    """The files that differ from those of other functions, by path. `title`: as YAML writes it."""
    solution = "".join(line for line in CODE.splitlines(keepends=True) if '"""' not in line)
    return {
        "problem.yaml": YAML.format(title=title, name=name),
        "cases.py": CASES.format(slug=slug),
        "statement.md": STATEMENT,
        "starter.py": CODE.format(name=name, blank=""),
        **{
            path: head + solution.format(name=name, blank=f"  # {words}") for path, (head, words) in blank.KNOWN.items()
        },
    }
