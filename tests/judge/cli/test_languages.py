"""Languages on the command line: said, told by the file, kept by the folder, refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from judge.cli.language import language_of
from judge.cli.workspace import Workspace, read_workspace
from judge.languages import LANGUAGES, UnknownLanguage, host
from judge.languages.host import missing_here
from judge.practice import Practice
from sandbox.api import SandboxError
from tests.judge.cli.conftest import Judge

CPP = Workspace(Path("w"), "p", 1, "cpp")
PYPY = Workspace(Path("w"), "p", 1, "pypy")
SQLITE = Workspace(Path("w"), "p", 1, "sqlite")


@pytest.mark.parametrize(
    ("named", "file", "workspace", "language"),
    [
        (None, None, None, "python"),
        (None, None, CPP, "cpp"),
        (None, "-", CPP, "cpp"),
        (None, "a/Main.RS", CPP, "rust"),
        (None, "other.py", CPP, "python"),
        (None, "other.py", PYPY, "pypy"),
        (None, "q.sql", None, "duckdb"),
        (None, "q.sql", SQLITE, "sqlite"),
        (None, "noend", CPP, "cpp"),
        ("Go", "main.rs", CPP, "go"),
    ],
)
def test_the_language_is_said_or_told_by_the_file_or_the_folder(
    named: str | None, file: str | None, workspace: Workspace | None, language: str
) -> None:
    assert language_of(named, file, workspace) == language


@pytest.mark.parametrize(("named", "file"), [("cobol", None), (None, "main.cob")])
def test_an_unknown_language_is_refused(named: str | None, file: str | None) -> None:
    with pytest.raises(UnknownLanguage, match="known: python"):
        language_of(named, file, None)


def test_languages_are_listed_with_versions_and_flags(judge: Judge) -> None:
    said = judge("languages", "--json").json["languages"]
    assert [one["name"] for one in said] == [language.name for language in LANGUAGES]
    for one, language in zip(said, LANGUAGES, strict=True):
        assert one["available"] == (missing_here(language) == "")
        assert bool(one["version"]) == one["available"]
    shown = judge("languages", "rust", "python").out
    assert "--edition=2021" in shown and "python" in shown and "java" not in shown
    assert judge("languages", "cobol").code == 2


def test_a_missing_language_is_shown_with_how_to_get_it(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(name: str) -> None:
        raise SandboxError("rustc is not installed: apt install rustc")

    monkeypatch.setattr(host, "find", nowhere)
    said = judge("languages", "rust")
    assert said.code == 0
    assert "apt install rustc" in said.out
    # Nothing that is not there can be broken.
    assert judge("languages", "rust", "--test", "--json").json["languages"][0]["works"] is False


def test_self_tests_say_how_long_they_took(judge: Judge) -> None:
    said = judge("languages", "python", "sqlite", "--test", "--json")
    assert said.code == 0
    assert all(one["works"] and one["run_ns"] > 0 for one in said.json["languages"])


def test_a_folder_keeps_its_language_and_nothing_is_lost_by_another(judge: Judge) -> None:
    judge("start", "rolling-average")
    folder = Path("rolling-average")
    (folder / "solution.py").write_text("mine\n")
    again = judge("start", "rolling-average", "--language", "rust")
    assert again.code == 2 and "calls the function" in again.err
    marker = (folder / ".landau.json").read_text()
    (folder / ".landau.json").write_text(marker.replace('"python"', '"no such"'))
    assert "is damaged" in judge("start", "rolling-average").err
    (folder / ".landau.json").write_text(marker.replace(', "language": "python"', ""))
    workspace = read_workspace(folder)
    assert workspace is not None and workspace.language == "python"
    assert judge("start", "rolling-average", "--json").json["language"] == "python"
    assert (folder / "solution.py").read_text() == "mine\n"


def test_what_cannot_be_used_is_refused_before_it_is_submitted(judge: Judge, tmp_path: Path) -> None:
    from judge.home import Home
    from judge.problem.bank import Bank

    judge("start", "rolling-average")
    Path("rolling-average/main.rs").write_text("fn main() {}\n")
    said = judge("submit", "rolling-average/main.rs")
    assert said.code == 2
    assert "Rust is for problems that read stdin; this one calls the function rolling_average" in said.err
    assert Practice(Home.find(), Bank()).history() == []
