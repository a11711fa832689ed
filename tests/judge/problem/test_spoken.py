from __future__ import annotations

import pytest

from judge.languages import LANGUAGES, UnknownLanguage, host, language_for
from judge.languages.sql import SELF_TEST
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, Parameter, StdioInterface
from judge.problem.model import Problem
from judge.problem.spoken import UnusableLanguage, docstring_of, languages_of, starter_in, usable_language
from sandbox.api import SandboxError

FUNCTION = FunctionInterface(
    kind="function", name="f", parameters=[Parameter(name="xs", type="list[int]")], returns="int"
)
STREAM = FunctionInterface(kind="function", name="f", parameters=[Parameter(name="s", type="Stream")], returns="int")
CLASS = ClassInterface.model_validate({"kind": "class", "name": "C", "methods": [{"name": "m"}]})
STDIO = StdioInterface(kind="stdio")
TABLES = SELF_TEST.interface


def names(interface: Interface) -> set[str]:
    return {language.name for language in languages_of(interface)}


def test_only_python_can_do_everything() -> None:
    assert names(STREAM) == {"python"}
    assert "pypy" in names(FUNCTION)
    assert {"python", "rust", "go", "pypy"} <= names(STDIO)
    assert not {"rust", "go", "duckdb"} & (names(FUNCTION) | names(CLASS))
    assert names(TABLES) == {"duckdb", "sqlite"}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.name)
@pytest.mark.parametrize("interface", [FUNCTION, CLASS, STDIO, TABLES, STREAM], ids=str)
def test_what_cannot_be_done_says_so_in_a_sentence_and_what_can_has_a_starter(language, interface) -> None:
    why = language.cannot(interface)
    if why is None:
        assert language.starter(interface, "Say what.\n\nAnd */ more.").strip()
    else:
        assert language.title in why


def test_a_language_that_cannot_is_refused_before_anything_runs() -> None:
    assert usable_language(FUNCTION, "Python") is language_for("python")
    with pytest.raises(UnknownLanguage, match="cobol"):
        usable_language(FUNCTION, "cobol")
    with pytest.raises(UnusableLanguage, match="this one calls the function f"):
        usable_language(FUNCTION, "rust")


def test_a_language_that_is_not_installed_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(name: str) -> None:
        raise SandboxError("rustc is not installed: apt install rustc")

    monkeypatch.setattr(host, "find", nowhere)
    with pytest.raises(UnusableLanguage, match=r"Rust is not available here: .* apt install rustc"):
        usable_language(STDIO, "rust")


def test_the_starter_is_the_setters_in_python_and_has_his_words_elsewhere(problem: Problem) -> None:
    assert starter_in(problem, language_for("python")) == problem.starter
    assert starter_in(problem, language_for("pypy")) == problem.starter


@pytest.mark.parametrize(
    ("source", "interface", "words"),
    [
        ('def f(xs):\n    """Words."""\n', FUNCTION, "Words."),
        ('def g():\n    """Not these."""\n\n\ndef f(xs): pass\n', FUNCTION, ""),
        ('class C:\n    """Of a class,\n\n    indented."""\n', CLASS, "Of a class,\n\nindented."),
        ('"""Of a module."""\n', STDIO, "Of a module."),
        ('"""Not these."""\n\ndef main():\n    """Of main."""\n', STDIO, "Of main."),
        ("pass\n", STDIO, ""),
    ],
)
def test_the_setters_words_are_found(source: str, interface: Interface, words: str) -> None:
    assert docstring_of(source, interface) == words
