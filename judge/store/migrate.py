"""Bring the database's tables up to this code's: at every start, under a lock, and only when they differ."""

from __future__ import annotations

import fcntl
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from judge.store.errors import StoreError
from judge.store.schema import REVISION

MIGRATIONS = Path(__file__).parent / "migrations"
MIGRATE_LOCK = 0x4C616E65


def migrate(engine: Engine, lock: Path, place: str) -> None:
    """Raises StoreError where the database is of a newer Landau, or is something else altogether."""
    with engine.connect() as connection, connection.begin():
        if _revision(connection) == REVISION:
            return
    with _locked(lock):
        if engine.dialect.name == "sqlite":
            _use_wal(engine)
        with engine.connect() as plain:
            connection = plain.execution_options(landau_write=True)
            with connection.begin():
                if engine.dialect.name != "sqlite":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATE_LOCK})
                found = _revision(connection)
                if found != REVISION:
                    _upgrade(connection, found, place)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _use_wal(engine: Engine) -> None:
    """Kept in the file itself; it cannot be set inside a transaction."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode=WAL")
    finally:
        raw.close()


def _upgrade(connection: Connection, found: str | None, place: str) -> None:
    from alembic import command  # slow to import, and needed once
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise StoreError(
            f"The database {place} was made by a newer Landau (its tables are at {found}; this one knows up to "
            f"{REVISION}). Update Landau, or set LANDAU_HOME to another folder."
        )
    if found is None and inspect(connection).has_table("submissions"):
        raise StoreError(f"The database {place} has tables that Landau did not make. Choose another one.")
    command.upgrade(config, "head")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    try:
        file = path.open("a")
    except OSError as error:
        raise StoreError(f"Cannot write to {path.parent}: {error.strerror or error}.") from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
