"""What is told of a query's result, and what must not be refused."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from judge.checkers import compare, table
from judge.home import problems_folder
from judge.problem.checkerspec import TableChecker
from judge.problem.interface import Column
from judge.problem.load import load_problem
from judge.problem.setter import SetterFault
from sandbox.guest import wire

COLUMNS = [
    Column(name="id", type="INTEGER"),
    Column(name="month", type="DATE"),
    Column(name="rate", type="DOUBLE"),
]
NAMES = ["id", "month", "rate"]
JAN, FEB = date(2024, 1, 1), date(2024, 2, 1)
ROWS = [(1, JAN, 0.5), (1, FEB, 1.08), (2, JAN, None), (3, JAN, float("nan"))]
ANY = TableChecker(kind="table")
ORDERED = TableChecker(kind="table", ordered=True)


def said(rows: Any, expected: Any = ROWS, spec: TableChecker = ANY, names: Any = NAMES) -> str | None:
    found = table.difference(spec, COLUMNS, (NAMES, expected), (names, rows))
    return None if found is None else found.line()


def of_type(type_name: Any, expected: Any, answer: Any) -> str | None:
    columns = [Column(name="x", type=type_name)]
    found = table.difference(ANY, columns, (["x"], [(expected,)]), (["x"], [(answer,)]))
    return None if found is None else found.line()


@pytest.mark.parametrize("spec", [ANY, ORDERED], ids=["any order", "ordered"])
def test_the_same_rows_are_right(spec: TableChecker) -> None:
    assert said(list(ROWS), spec=spec) is None
    assert said([], [], spec) is None
    assert said([(*row[:2], row[2] and row[2] * (1 + 1e-10)) for row in ROWS], spec=spec) is None


def test_order_counts_only_where_it_is_asked_for() -> None:
    turned = [ROWS[1], ROWS[0], *ROWS[2:]]
    assert said(turned) is None
    assert said(turned, spec=ORDERED) == (
        "the rows are right, but in another order: row 1 is (id = 1, month = 2024-02-01, rate = 1.08), "
        "expected (id = 1, month = 2024-01-01, rate = 0.5)"
    )


def test_names_compare_without_case_but_in_order() -> None:
    assert said(ROWS, names=["ID", "Month", "rate"]) is None
    assert said(ROWS, names=["id", "m", "rate"]) == "column 2 is called m, expected month"
    assert said(ROWS, names=["month", "id", "rate"]) == (
        "the columns are in another order: month, id, rate; expected id, month, rate"
    )
    two = [row[:2] for row in ROWS]
    assert said(two, names=["id", "n"]) == (
        "the columns are id, n; expected id, month, rate: month, rate are missing, n is not expected"
    )
    four = [(*row, 1) for row in ROWS]
    assert said(four, names=[*NAMES, "rate"]) == (
        "the columns are id, month, rate, rate; expected id, month, rate: a name is there twice"
    )


def test_a_row_that_differs_is_shown_with_its_column() -> None:
    wrong = [(2, JAN, None), (1, FEB, 1.07), (1, JAN, 0.5), (3, JAN, float("nan"))]
    assert said(wrong) == "row 2 (id = 1, month = 2024-02-01), column rate: 1.07, expected 1.08"
    assert said(wrong, spec=ORDERED, expected=[ROWS[2], ROWS[1], ROWS[0], ROWS[3]]) == (
        "row 2 (id = 1, month = 2024-02-01), column rate: 1.07, expected 1.08"
    )
    assert said([(1, JAN, 0.5), (1, FEB, None), (2, JAN, 0.0), (3, JAN, 0.0)]) == (
        "row 2 (id = 1, month = 2024-02-01), column rate: NULL, expected 1.08; 2 more rows differ"
    )
    assert said([(7, FEB, 9.0), *ROWS[1:]]) == (
        "row 1 is (id = 7, month = 2024-02-01, rate = 9.0), expected (id = 1, month = 2024-01-01, rate = 0.5)"
    )


def test_rows_too_few_and_too_many_are_counted() -> None:
    assert said(ROWS[1:]) == "3 rows, expected 4: (id = 1, month = 2024-01-01, rate = 0.5) is missing"
    assert said([]) == "0 rows, expected 4: (id = 1, month = 2024-01-01, rate = 0.5) is missing"
    assert (
        said([*ROWS, (9, JAN, 1.0)]) == "5 rows, expected 4: (id = 9, month = 2024-01-01, rate = 1.0) is not expected"
    )
    assert said([*ROWS, ROWS[0], ROWS[0]]) == (
        "6 rows, expected 4: (id = 1, month = 2024-01-01, rate = 0.5) is there 2 times too often"
    )
    assert said(ROWS, [*ROWS, ROWS[1]]) == (
        "4 rows, expected 5: (id = 1, month = 2024-02-01, rate = 1.08) is there 1 time too few"
    )
    assert (said(ROWS[:1], [], ORDERED) or "").startswith("1 row, expected 0: ")


@pytest.mark.parametrize(
    ("type_name", "expected", "answer"),
    [
        ("INTEGER", 3, 3),
        ("DOUBLE", 3.0, 3),
        ("DOUBLE", 0.3, Decimal("0.3")),
        ("TEXT", "a", "a"),
        ("DATE", JAN, "2024-01-01"),
        ("DATE", JAN, "2024-01-01 00:00:00"),
        ("DATE", "2024-01-01", datetime(2024, 1, 1)),
        ("TIMESTAMP", datetime(2024, 1, 1, 10), "2024-01-01 10:00:00"),
        ("TIMESTAMP", datetime(2024, 1, 1), JAN),
        ("BOOLEAN", True, 1),
        *((name, None, None) for name in ("INTEGER", "DOUBLE", "TEXT", "DATE", "TIMESTAMP", "BOOLEAN")),
    ],
)
def test_one_value_may_be_written_as_either_engine_writes_it(type_name: str, expected: Any, answer: Any) -> None:
    assert of_type(type_name, expected, answer) is None


@pytest.mark.parametrize(
    ("type_name", "expected", "answer", "words"),
    [
        ("INTEGER", 3, 3.0, "3.0 is a DOUBLE, expected an INTEGER"),
        ("INTEGER", 1, True, "true is a BOOLEAN, expected an INTEGER"),
        ("INTEGER", 1, 2**64, "18446744073709551616 is an integer of more than 64 bits, expected an INTEGER"),
        ("DOUBLE", 1.0, "1.0", "1.0 is a TEXT, expected a DOUBLE"),
        ("DOUBLE", 1.0, True, "true is a BOOLEAN, expected a DOUBLE"),
        ("DOUBLE", 1.0, 10**400, "is an integer of more than 64 bits, expected a DOUBLE"),
        ("DOUBLE", 1.0, Decimal("sNaN"), "is a DECIMAL, expected a DOUBLE"),
        ("TEXT", "1", 1, "1 is an INTEGER, expected a TEXT"),
        ("DATE", JAN, "2024-01", "2024-01 is a TEXT, expected a DATE"),
        ("DATE", JAN, "20240101", "20240101 is a TEXT, expected a DATE"),
        ("DATE", JAN, datetime(2024, 1, 1, 10), "2024-01-01 10:00:00 is a TIMESTAMP, expected a DATE"),
        (
            "TIMESTAMP",
            JAN,
            datetime(2024, 1, 1, tzinfo=UTC),
            "00:00 is a TIMESTAMP WITH TIME ZONE, expected a TIMESTAMP",
        ),
        ("BOOLEAN", True, 2, "2 is an INTEGER, expected a BOOLEAN"),
        ("BOOLEAN", True, "true", "true is a TEXT, expected a BOOLEAN"),
    ],
)
def test_a_value_of_another_type_is_told(type_name: str, expected: Any, answer: Any, words: str) -> None:
    said = of_type(type_name, expected, answer) or ""
    assert said.startswith("row 1, column x: ")
    assert words in said


@pytest.mark.parametrize(
    ("expected", "answer"), [(None, 0), (0, None), (1, 2)], ids=["zero for NULL", "NULL for zero", "another"]
)
def test_null_is_no_value(expected: Any, answer: Any) -> None:
    for name in ("INTEGER", "DOUBLE"):
        assert of_type(name, expected, answer)


@pytest.mark.parametrize(
    "answer",
    [
        None, 3, "text", [], (NAMES,), (NAMES, {}), (("id", "month", "rate"), []), ([1, 2, 3], []), ([], []),
        (NAMES, [(1, JAN)]), (NAMES, [[1, JAN, 0.5]]), (NAMES, [(1, JAN, 0.5, 2)]),
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_no_table_is_wrong_and_nothing_worse(answer: Any) -> None:
    found = table.difference(ANY, COLUMNS, (NAMES, ROWS), answer)
    assert found is not None
    assert len(found.line()) < 200


def test_a_hostile_result_is_told_in_a_short_line() -> None:
    names = ["x" * 100_000 + "\n"] * 2000
    assert len(said([], names=names) or "") <= 400
    long = [(1, "y" * 1_000_000, 0.5)]
    assert len(said(long) or "") <= 400
    assert len(said([(10**5000, JAN, 1.0)]) or "") <= 400


def test_a_reference_that_does_not_fit_its_interface_is_the_setters_fault() -> None:
    with pytest.raises(SetterFault, match=r"row 1, column id: 1\.0 is a DOUBLE, expected an INTEGER"):
        said(ROWS, [(1.0, JAN, 0.5)])


def test_many_rows_in_any_order() -> None:
    rng = random.Random(5)
    rows = [(rng.randrange(50), JAN, rng.random()) for _ in range(3000)]
    answer = [(one, day, number * (1 + rng.uniform(-5e-10, 5e-10))) for one, day, number in rng.sample(rows, len(rows))]
    assert said(answer, rows) is None
    answer[7] = (answer[7][0], JAN, 2.0)
    assert "column rate: 2.0, expected 0." in (said(answer, rows) or "")


def test_a_whole_problem_compares_by_its_declared_columns() -> None:
    problem = load_problem(problems_folder() / "sql-monthly-retention")
    names = [column.name for column in problem.spec.interface.result]  # type: ignore[union-attr]
    expected = wire.encode((names, [(JAN, 2, 0, None), (FEB, 2, 1, 0.5)]))

    def line(rows: Any, names: Any = names) -> str | None:
        return compare(problem, None, b"", expected, wire.encode((names, rows)))  # type: ignore[arg-type]

    assert line([("2024-02-01", 2, 1, 0.5), ("2024-01-01", 2, 0, None)]) is None
    assert line([(FEB, 2, 1, 0.25), (JAN, 2, 0, None)]) == (
        "row 1 (month = 2024-02-01, active_users = 2, retained_users = 1), column retention_rate: 0.25, expected 0.5"
    )
    assert (line([], [*names[:3], "rate"]) or "").startswith("column 4 is called rate, expected retention_rate")
    wide = replace(problem, spec=problem.spec.model_copy(update={"checker": ANY.model_copy(update={"absolute": 0.9})}))
    dense = [(JAN, 1, 1, number % 45 / 15) for number in range(20)]
    assert compare(wide, None, b"", wire.encode((names, dense)), wire.encode((names, dense[::-1]))) is None  # type: ignore[arg-type]
