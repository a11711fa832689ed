"""Small help with rows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table


def added(connection: Connection, table: Table, values: dict[str, Any]) -> int:
    """Insert one row; its id."""
    key = connection.execute(table.insert().values(values)).inserted_primary_key
    assert key is not None
    return int(key[0])
