"""What is left of tables, with made-up failures."""

from __future__ import annotations

from datetime import date
from typing import Any

from judge.counterexample.shrink import size_of
from judge.problem.interface import SqlInterface
from tests.judge.counterexample.dialogue import shrunk


def test_rows_leave_all_tables_that_belong_together() -> None:
    """An order whose user is not there is no input: users go once their orders are gone."""
    shop = SqlInterface.model_validate(
        {
            "kind": "sql",
            "dialects": ["sqlite"],
            "tables": [
                {"name": "users", "columns": [{"name": "id", "type": "INTEGER"}, {"name": "day", "type": "DATE"}]},
                {
                    "name": "orders",
                    "columns": [{"name": "user", "type": "INTEGER"}, {"name": "paid", "type": "DOUBLE"}],
                },
            ],
            "result": [{"name": "n", "type": "INTEGER"}],
        }
    )
    users = [(number, date(2024, 1, 1 + number)) for number in range(10, 20)]
    orders = [(10 + number % 10, 2.5 if number % 7 else None) for number in range(40)]

    def fails(value: Any) -> bool:
        people, bought = value
        known = {user for user, _ in people}
        return (
            len(known) == len(people)
            and {user for user, _ in bought} <= known
            and (None in {paid for _, paid in bought})
        )

    left, _ = shrunk(shop, (users, orders), fails)
    assert [len(rows) for rows in left] == [1, 1]
    assert left[0][0][0] == left[1][0][0] and left[1][0][1] is None
    assert size_of(shop, left) == 2
