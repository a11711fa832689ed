"""Many calls of one function in one run: Python alone can be asked so."""

from __future__ import annotations

import pytest

from judge.languages import language_for
from judge.problem.model import FunctionInterface

TWICE = FunctionInterface.model_validate(
    {"kind": "function", "name": "twice", "parameters": [{"name": "x", "type": "int"}], "returns": "int"}
)


@pytest.mark.parametrize("name", ["pypy", "cpp", "java", "javascript", "typescript"])
def test_other_languages_say_why_not(name: str) -> None:
    language = language_for(name)
    assert language.cannot(TWICE) is None
    why = language.cannot(TWICE.model_copy(update={"many_calls": True})) or ""
    assert why == f"{language.title} cannot be called many times in one run, as this problem wants; Python can"


def test_python_can() -> None:
    assert language_for("python").cannot(TWICE.model_copy(update={"many_calls": True})) is None
