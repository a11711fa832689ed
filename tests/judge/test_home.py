from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from judge.home import Home, loops_folder, problems_folder, project_root
from judge.practice import PracticeError


def test_the_environment_names_folder_and_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("LANDAU_HOME", str(tmp_path / "here"))
    monkeypatch.delenv("LANDAU_DATABASE_URL", raising=False)
    assert Home.find().folder == tmp_path / "here"
    assert Home.find().database_url == f"sqlite:///{tmp_path}/here/landau.sqlite3"
    monkeypatch.setenv("LANDAU_DATABASE_URL", "postgresql+psycopg://x/y")
    assert Home.find().database_url == "postgresql+psycopg://x/y"


def test_asking_where_it_is_makes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("LANDAU_HOME", str(tmp_path / "here"))
    Home.find()
    assert not (tmp_path / "here").exists()


def test_the_secret_is_made_once_and_only_its_owner_reads_it(home: Home):
    first = home.secret
    assert len(first) == 32
    assert home.secret == first
    assert (home.folder / "secret").stat().st_mode & 0o777 == 0o600
    assert home.folder.stat().st_mode & 0o077 == 0
    assert Home.at(home.folder.parent / "another").secret != first


def test_of_many_who_make_it_at_once_all_get_the_same(home: Home):
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: home.secret, range(32)))
    assert len(found) == 1
    assert [path.name for path in home.folder.iterdir()] == ["secret"]


def test_half_a_secret_is_not_used(home: Home):
    home.make()
    (home.folder / "secret").write_bytes(b"short")
    with pytest.raises(PracticeError, match="holds 5 bytes"):
        _ = home.secret


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(PracticeError, match="LANDAU_HOME"):
        _ = Home.at(tmp_path / "file" / "home").secret


def test_the_project_is_found_from_anywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LANDAU_PROBLEMS", raising=False)
    assert (project_root() / "pyproject.toml").exists()
    assert problems_folder() == project_root() / "problems"
    assert loops_folder() == project_root() / "loops"
    (tmp_path / "loops").mkdir()
    monkeypatch.setenv("LANDAU_PROBLEMS", str(tmp_path / "problems"))
    assert problems_folder() == tmp_path / "problems"
    assert loops_folder() == tmp_path / "loops"
