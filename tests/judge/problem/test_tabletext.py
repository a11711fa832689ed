"""Tables as text: what is written whole is read again, and what cannot be read says where."""

from __future__ import annotations

import string
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from judge.problem.interface import SqlInterface
from judge.problem.literal import InputError
from judge.problem.text import format_answer, format_input, parse_input

EVENTS = SqlInterface.model_validate(
    {
        "kind": "sql",
        "dialects": ["duckdb"],
        "tables": [
            {
                "name": "events",
                "columns": [
                    {"name": "user_id", "type": "INTEGER"},
                    {"name": "seen", "type": "TIMESTAMP"},
                    {"name": "kind", "type": "TEXT"},
                ],
            },
            {
                "name": "users",
                "columns": [
                    {"name": "day", "type": "DATE"},
                    {"name": "weight", "type": "DOUBLE"},
                    {"name": "active", "type": "BOOLEAN"},
                ],
            },
        ],
        "result": [{"name": "user_id", "type": "INTEGER"}],
    }
)
INPUT: Any = (
    [(1, datetime(2024, 1, 31, 10), "click"), (12, datetime(2024, 2, 1), None)],
    [(date(2024, 1, 1), 0.5, True), (None, None, None)],
)
TEXT = """\
events(user_id,                seen,  kind)
             1, 2024-01-31 10:00:00, click
            12, 2024-02-01 00:00:00,  NULL

users(       day, weight, active)
      2024-01-01,    0.5,   true
            NULL,   NULL,   NULL"""
TEXTS = st.text(st.sampled_from(string.ascii_letters + ' ,"\n\t\r()é…' + "0"), max_size=6) | st.sampled_from(
    ["null", ""]
)
ROWS = st.tuples(
    st.lists(
        st.tuples(
            st.none() | st.integers(-(2**63), 2**63 - 1),
            st.none() | st.datetimes(datetime(1, 1, 1)),
            st.none() | TEXTS,
        )
    ),
    st.lists(st.tuples(st.none() | st.dates(), st.none() | st.floats(allow_nan=False), st.none() | st.booleans())),
)


def test_tables_stand_below_their_names() -> None:
    assert format_input(EVENTS, INPUT) == TEXT
    assert parse_input(EVENTS, TEXT) == INPUT


@settings(max_examples=150, deadline=None)
@given(ROWS)
@example(([(None, None, "\r\n")], []))
def test_what_is_written_whole_is_read_again(value: Any) -> None:
    assert parse_input(EVENTS, format_input(EVENTS, value, 10**6)) == value


def test_lines_may_end_as_an_editor_ends_them() -> None:
    assert parse_input(EVENTS, TEXT.replace("\n", "\r\n")) == INPUT
    text = 'events(user_id, seen, kind)\r\n1, NULL, "two\r\nlines" \r\n\r\nusers(day, weight, active)\r\n'
    assert parse_input(EVENTS, text) == ([(1, None, "two\nlines")], [])
    mixed = text.replace("\r\n\r\n", "\r\n\n")
    assert parse_input(EVENTS, mixed) == ([(1, None, "two\r\nlines")], [])


def test_people_write_tables_as_they_like() -> None:
    text = """
      USERS ( active BOOLEAN, weight DECIMAL(10, 2), day DATE )
    1,3,2024-01-01
    FALSE , , null

    events(user_id,seen,kind)
    7,2024-01-31,"a ""b"", c"
    8,2024-01-31T10:05,""
    """
    events = [(7, datetime(2024, 1, 31), 'a "b", c'), (8, datetime(2024, 1, 31, 10, 5), "")]
    users = [(date(2024, 1, 1), 3.0, True), (None, None, False)]
    assert parse_input(EVENTS, text) == (events, users)
    assert parse_input(EVENTS, "events(user_id, seen, kind)\r\n\r\nusers(day, weight, active)\r\n") == ([], [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no table events; write its head, events(user_id, seen, kind), also where it has no rows"),
        ("events(user_id, seen, kind)\n", "no table users"),
        ("SELECT 1", "line 1: 'SELECT 1' is not the head of a table, such as"),
        ("\n\nevents(user_id, seen)\n", "line 3: the columns of events are user_id, seen, kind"),
        (f"events({'a,' * 50_000}b)", "line 1: 'events(a,a,"),
        ("people(a)\n", "line 1: there is no table people, only: events, users"),
        ("events(user_id, seen, kind)\n1,2\n", "line 2: 2 fields, and events has 3 columns"),
        ("events(user_id, seen, kind)\nusers(day, weight)\n", "tables are parted by an empty line"),
        ("events(user_id, seen, kind)\n\nevents(user_id, seen, kind)", "line 3: the table events is given twice"),
        ("events(user_id, seen, kind)\n1,,a\n1.5,,a\n", "line 3: user_id: '1.5' is not a whole number of 64 bits"),
        (f"events(user_id, seen, kind)\n{2**63},,a\n", "is not a whole number"),
        ("events(user_id, seen, kind)\n1,31.1.2024,a\n", "seen: '31.1.2024' is not a time such as 2024-01-31 10:00:00"),
        ("events(user_id, seen, kind)\n1,2024-13-01,a\n", "'2024-13-01' is not a time"),
        ("users(day, weight, active)\n2024-01-01 10:00:00,1,1\n", "day: '2024-01-01 10:00:00' is not a day"),
        ("users(day, weight, active)\n,one,1\n", "weight: 'one' is not a number"),
        ("users(day, weight, active)\n,1,yes\n", "active: 'yes' is not true or false"),
        ('events(user_id, seen, kind)\n1,,"a\nb"\n2,,"c\n', "line 4: a double quote that is not closed"),
        ('events(user_id, seen, kind)\n1,,a"b\n', "line 2: a double quote"),
    ],
)
def test_what_cannot_be_read_says_where(text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_input(EVENTS, text)
    assert words in str(caught.value)


def test_an_answer_is_a_table_that_ends_at_the_limit() -> None:
    rows = [(number, "x" * 300, None) for number in range(1000)]
    text = format_answer(EVENTS, (["n", "a b", ""], rows), 2000)
    assert text.splitlines()[0] == 'result(n, a b,   "")'
    assert text.splitlines()[1] == f"       0, {'x' * 200}…, NULL"
    assert text.splitlines()[-1] == "… (991 more rows)"
    assert len(text) < 2500
    assert format_answer(EVENTS, (["n"], [])) == "result(n)"


@pytest.mark.parametrize("answer", [None, [1], (["a"], [(1, 2)]), (["a"], [[1]]), ([1], []), "text"])
def test_an_answer_that_is_no_table_is_shown_as_it_is(answer: Any) -> None:
    assert format_answer(EVENTS, answer) == repr(answer)


def test_a_hostile_answer_costs_no_more_than_what_is_shown() -> None:
    wide = (["x" * 10**6] * 1000, [("y" * 10**6,) * 1000] * 1000)
    assert len(format_answer(EVENTS, wide, 2000)) < 60_000
    assert len(format_answer(EVENTS, (["n"], [(10**4000,)] * 1000), 2000)) < 6000
