"""Everything that holds on SQLite, on PostgreSQL: the same tests, in another home."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from judge.home import Home
from judge.store.engine import Store
from judge.store.errors import StoreError
from judge.store.schema import metadata
from tests.judge.store.postgres import server
from tests.judge.test_practice_attempts import *  # noqa: F403
from tests.judge.test_practice_queue import *  # noqa: F403
from tests.judge.test_practice_sessions import *  # noqa: F403

numbers = itertools.count()


@pytest.fixture(scope="session")
def socket_folder() -> Iterator[Path]:
    with server() as folder:
        yield folder


@pytest.fixture
def home(tmp_path: Path, socket_folder: Path) -> Home:
    """Its tables are in a schema of their own."""
    url = f"postgresql+psycopg://postgres@/postgres?host={socket_folder}"
    schema = f"test_{next(numbers)}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    engine.dispose()
    return Home.at(tmp_path / "home", f"{url}&options=-csearch_path%3D{schema}")


def test_it_is_postgresql_and_migrations_make_the_tables(home: Home):
    Store(home).close()
    engine = create_engine(home.database_url)
    with engine.connect() as connection:
        assert "PostgreSQL" in connection.execute(text("SELECT version()")).scalar_one()
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_newer_database_is_refused(home: Home):
    Store(home).close()
    engine = create_engine(home.database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9876'"))
    engine.dispose()
    with pytest.raises(StoreError, match="newer Landau"):
        Store(home)


def test_a_server_that_is_away_is_said_without_the_password(tmp_path: Path):
    with pytest.raises(StoreError) as caught:
        Store(Home.at(tmp_path, "postgresql://me:sesame@127.0.0.1:1/landau"))
    assert "failed" in str(caught.value)
    assert "sesame" not in str(caught.value)
