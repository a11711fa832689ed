"""Open the database, and run short transactions on it: many processes may have it open at once.

SQLite runs in WAL mode, where reading never waits. A writer takes the one write lock at its start (BEGIN IMMEDIATE), so
what it reads stays true until it commits; PostgreSQL gets the same by an advisory lock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from judge.home import Home
from judge.store.errors import StoreError
from judge.store.migrate import migrate

BUSY_TIMEOUT_S = 10
WRITE_LOCK = 0x4C616E64  # "Land": PostgreSQL's advisory lock of the one writer


class Store:
    """Transactions on a database whose tables are those of this code."""

    def __init__(self, home: Home) -> None:
        """Open it, make it, or bring it up to date. Raises StoreError."""
        home.make()
        self._place = make_place(home.database_url)
        self._engine = _engine(home.database_url)
        self._sqlite = self._engine.dialect.name == "sqlite"
        with self._in_words():
            migrate(self._engine, home.folder / "migrate.lock", self._place)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view of the database."""
        with self._in_words(), self._engine.connect() as connection:
            if not self._sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def write(self, durable: bool = True) -> Iterator[Connection]:
        """The only writer; committed when the block ends without an exception.

        durable: on the disk when it returns. Otherwise it may be lost with the host's power, though never out of order.
        """
        with self._in_words(), self._engine.connect() as connection:
            connection = connection.execution_options(landau_write=True, landau_durable=durable)
            with connection.begin():
                if not self._sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITE_LOCK})
                    if not durable:
                        connection.execute(text("SET LOCAL synchronous_commit TO off"))
                yield connection

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise StoreError(explain(error, self._place)) from error


def make_place(database_url: str) -> str:
    """The database's name for people: a path, or a URL without its password. Raises StoreError."""
    try:
        url = make_url(database_url)
    except ArgumentError as error:
        raise StoreError(
            "LANDAU_DATABASE_URL is not a database URL. Examples: sqlite:////home/me/landau.sqlite3, "
            "postgresql+psycopg://me@localhost/landau."
        ) from error
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.render_as_string(hide_password=True)


def explain(error: Exception, place: str) -> str:
    """What the person can do about it."""
    said = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    lower = said.lower()
    if "full" in lower or "no space" in lower:
        return f"No space is left for the database {place}. Free some; what was saved before is kept."
    if "readonly" in lower or "read-only" in lower or "unable to open" in lower:
        return (
            f"Cannot write to the database {place}. Check that you own its folder, or set LANDAU_HOME to another one."
        )
    if "locked" in lower:
        return f"Another program has kept the database {place} locked for {BUSY_TIMEOUT_S} s. Try again."
    if "malformed" in lower or "not a database" in lower:
        return f"The database {place} is damaged. Bring it back from a copy, or move it away to begin anew."
    if "i/o error" in lower:
        return f"The disk of the database {place} refuses to read or write: it may be full, or failing."
    return f"The database {place} failed: {said.strip().splitlines()[0] if said.strip() else type(error).__name__}."


def _engine(database_url: str) -> Engine:
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        if url.database in (None, "", ":memory:"):
            raise StoreError("The database must be a file: the page and the worker open it as separate processes.")
        engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_S})
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
        return engine
    if url.get_backend_name() != "postgresql":
        raise StoreError(f"Landau keeps its data in SQLite or PostgreSQL, not in {url.get_backend_name()}.")
    if url.get_driver_name() == "psycopg2" and "+" not in url.drivername:
        url = url.set(drivername="postgresql+psycopg")
    try:
        return create_engine(url, pool_pre_ping=True)
    except (ImportError, NoSuchModuleError) as error:
        raise StoreError("PostgreSQL needs a driver: .venv/bin/pip install 'psycopg[binary]'.") from error


def _on_connect(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver begins no transactions of its own; `_on_begin` does
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("landau_write", False):
        connection.exec_driver_sql("BEGIN")
        return
    connection.exec_driver_sql(f"PRAGMA synchronous={'FULL' if options.get('landau_durable', True) else 'NORMAL'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
