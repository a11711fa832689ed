from __future__ import annotations

import multiprocessing
import os
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, event

from judge.home import Home
from judge.practice import Practice, StoreError
from judge.store.engine import Store
from judge.store.migrate import MIGRATIONS
from judge.store.schema import REVISION, metadata
from tests.judge.practice_kit import FakeBank


def database(home: Home) -> Path:
    return home.folder / "landau.sqlite3"


def test_the_code_expects_the_newest_migration():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [REVISION]


def test_migrations_make_the_tables_that_the_code_has(home: Home):
    Store(home)
    with create_engine(home.database_url).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_a_database_of_a_newer_landau_is_left_alone(home: Home):
    Store(home)
    with sqlite3.connect(database(home)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9876'")
    with pytest.raises(StoreError, match=rf"newer Landau \(its tables are at 9876; .* up to {REVISION}\)"):
        Store(home)
    with sqlite3.connect(database(home)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("9876",)


def test_somebody_elses_database_is_left_alone(home: Home):
    home.make()
    with sqlite3.connect(database(home)) as raw:
        raw.execute("CREATE TABLE submissions (theirs TEXT)")
    with pytest.raises(StoreError, match="tables that Landau did not make"):
        Store(home)
    with sqlite3.connect(database(home)) as raw:
        assert [row[0] for row in raw.execute("SELECT name FROM sqlite_master")] == ["submissions"]


def test_drafts_of_an_older_landau_are_python(home: Home):
    practice = Practice(home, FakeBank())
    attempt = practice.start_attempt("alpha")
    practice.save_draft(attempt.id, "precious")
    practice.close()
    with sqlite3.connect(database(home)) as raw:
        raw.execute("ALTER TABLE drafts DROP COLUMN language")
        raw.execute("ALTER TABLE sessions DROP COLUMN talk")
        for table in ("rounds", "chains", "takes", "notes"):
            raw.execute(f"DROP TABLE {table}")
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
    draft = Practice(home, FakeBank()).draft(attempt.id)
    assert (draft.source, draft.language) == ("precious", "python")


def test_a_migration_that_breaks_half_way_leaves_nothing_behind(home: Home, monkeypatch: pytest.MonkeyPatch):
    broken = home.folder.parent / "migrations"
    (broken / "versions").mkdir(parents=True)
    for name in ("env.py", "versions/0001_first.py"):
        (broken / name).write_text((MIGRATIONS / name).read_text())
    with (broken / "versions/0001_first.py").open("a") as file:
        file.write('    op.execute("SELECT no_such_function()")\n')
    with monkeypatch.context() as patch:
        patch.setattr("judge.store.migrate.MIGRATIONS", broken)
        with pytest.raises(StoreError, match="no_such_function"):
            Store(home)
    with sqlite3.connect(database(home)) as raw:
        assert raw.execute("SELECT name FROM sqlite_master").fetchall() == []
    Practice(home, FakeBank()).start_attempt("alpha")


def test_a_damaged_file_is_said(home: Home):
    home.make()
    database(home).write_bytes(b"This is a diary and no database. " * 200)
    with pytest.raises(StoreError, match="is damaged"):
        Store(home)


def test_readers_do_not_wait_for_a_writer(home: Home):
    store = Store(home)
    with store.write(), store.read() as reading:
        assert reading.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert reading.exec_driver_sql("PRAGMA busy_timeout").scalar() == 10_000
        assert reading.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


@pytest.mark.parametrize(("durable", "level"), [(True, 2), (False, 1)])
def test_commits_reach_the_disk_unless_they_need_not(home: Home, durable: bool, level: int):
    store = Store(home)
    for one, expected in ((not durable, 3 - level), (durable, level)):  # on the pool's same connection
        with store.write(durable=one) as connection:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == expected


def _open(home: Home, start, results) -> None:
    start.wait()
    results.put(Practice(home, FakeBank()).start_attempt("alpha").id)


def test_processes_that_start_at_once_make_one_database(home: Home):
    context = multiprocessing.get_context("spawn")
    start, results = context.Barrier(4), context.Queue()
    processes = [context.Process(target=_open, args=(home, start, results)) for _ in range(4)]
    for process in processes:
        process.start()
    assert sorted(results.get(timeout=150) for _ in processes) == [1, 2, 3, 4]
    for process in processes:
        process.join(150)


def test_a_full_disk_is_said_and_what_was_saved_stays(home: Home):
    practice = Practice(home, FakeBank())
    attempt = practice.start_attempt("alpha")
    practice.save_draft(attempt.id, "precious")
    engine = practice._store._engine
    engine.dispose()
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count=1"))  # never below its size now
    with pytest.raises(StoreError, match="No space is left"):
        for number in range(100):
            practice.submit(attempt.id, f"{number}" * 5000)
    assert "precious" in [draft.source for draft in practice.draft_history(attempt.id)]
    reopened = Practice(home, FakeBank())
    assert reopened.draft_history(attempt.id)[0].source == "precious"
    reopened.save_draft(attempt.id, "and on")


def test_a_disk_that_is_full_from_the_start_is_said(home: Home, monkeypatch: pytest.MonkeyPatch):
    def full(_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("judge.store.migrate._use_wal", full)
    with pytest.raises(StoreError, match="No space is left"):
        Store(home)


def as_ordinary_user(act: Callable[[], str]) -> str:
    """What `act` returns in a forked process that is not root."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            said = act()
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


@pytest.mark.parametrize("database_exists", [False, True])
def test_a_read_only_folder_is_said(database_exists: bool):
    with tempfile.TemporaryDirectory() as name:
        home = Home.at(Path(name))
        if database_exists:
            Practice(home, FakeBank()).close()
            database(home).chmod(0o444)
        home.folder.chmod(0o555)
        try:
            said = as_ordinary_user(lambda: str(Practice(home, FakeBank()).start_attempt("alpha")))
        finally:
            home.folder.chmod(0o755)
    assert said.startswith("StoreError: Cannot write to"), said
    assert name in said


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "not a database URL"),
        ("sqlite://", "must be a file"),
        ("mysql://x/y", "SQLite or PostgreSQL"),
    ],
)
def test_urls_that_cannot_be_used_are_explained(tmp_path: Path, url: str, said: str):
    with pytest.raises(StoreError, match=said):
        Store(Home.at(tmp_path, url))


def test_passwords_are_not_shown(tmp_path: Path):
    with pytest.raises(StoreError) as caught:
        Store(Home.at(tmp_path, "postgresql+psycopg://me:sesame@127.0.0.1:1/landau"))
    assert "sesame" not in str(caught.value)
