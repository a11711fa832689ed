from pathlib import Path

import pytest

from judge.languages import LANGUAGES, UnknownLanguage, language_for
from judge.languages.python import Python, bound_names, imported

python = Python()


@pytest.mark.parametrize("name", ["python", "Python", "solution.py", "a/b/MAIN.PY", Path("/x/y.py")])
def test_a_language_is_found_by_name_and_by_suffix(name: str | Path) -> None:
    assert language_for(name).name == "python"


def test_no_two_languages_share_a_name_and_every_suffix_is_somebodys() -> None:
    assert len({language.name for language in LANGUAGES}) == len(LANGUAGES)
    for language in LANGUAGES:
        assert language_for(language.name) is language
        assert all(suffix in language_for(f"x{suffix}").suffixes for suffix in language.suffixes)


@pytest.mark.parametrize("name", ["", "cobol", "a.rb", ".py.txt", "py"])
def test_an_unknown_language_lists_the_known(name: str) -> None:
    with pytest.raises(UnknownLanguage, match=r"known: python \(\.py\), "):
        language_for(name)


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("x = 1\ny = (\n", 2, "'(' was never closed"),
        ("def f():\nreturn 1", 2, "expected an indented block"),
        ("x\x00", None, "null bytes"),
        ("(" * 300, 1, "too many nested parentheses"),
        ("-" * 200_000 + "1", None, ""),
        ("x = " + "9" * 5000, 1, "Exceeds the limit"),
    ],
)
def test_a_text_that_is_no_program_is_told_without_running_it(source: str, line: int | None, words: str) -> None:
    fault = python.syntax_fault(source)
    assert fault is not None
    assert fault.line == line
    assert words in fault.message
    assert fault.message


def test_a_program_is_not_run_to_be_looked_at(tmp_path: Path) -> None:
    source = f"open({str(tmp_path / 'ran')!r}, 'w')\nimport numpy\n"
    assert python.syntax_fault(source) is None
    assert imported(source) == {"numpy"}
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    ("source", "modules"),
    [
        ("import numpy.linalg as la, os", {"numpy", "os"}),
        ("def f():\n    from pandas.api import types", {"pandas"}),
        ("from . import numpy", set()),
        ("x = 'import numpy'", set()),
        ("import numpy as np\nx = (", {"numpy"}),
    ],
)
def test_imports_are_found_anywhere(source: str, modules: set[str]) -> None:
    assert imported(source) == modules


def test_names_bound_at_the_top_level() -> None:
    source = (
        "import a.b, c as d\nfrom e import f as g\nh = i = 1\n(j, [k]) = 1, [2]\n"
        "try:\n    def l(): inner = 1\nexcept E:\n    class M:\n        inside = 1\n"
        "if x:\n    n: int = 3\nfor o in []: pass\nwith x as p: pass\n"
    )
    assert bound_names(source) == set("adghijklMnop")
