"""Whose containers may be removed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from sandbox.docker.judges import is_gone, parse, this_judge


def test_this_judge_lives() -> None:
    assert not is_gone(this_judge())
    assert parse(this_judge().text()) == this_judge()


def test_one_that_ended_is_gone() -> None:
    code = "from sandbox.docker.judges import this_judge; print(this_judge().text())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    judge = parse(done.stdout.strip())
    assert judge is not None and is_gone(judge)


@pytest.mark.parametrize(
    ("changes", "gone"),
    [
        ({"started": "1"}, True),  # the number was given to another process
        ({"boot": "another"}, True),
        ({"host": "another"}, False),
        ({"host": "another", "boot": "another"}, False),
        ({"space": "pid:[1]", "started": "1"}, False),  # its processes cannot be seen from here
    ],
)
def test_what_cannot_be_known_is_taken_to_live(changes: dict[str, str], gone: bool) -> None:
    assert is_gone(replace(this_judge(), **changes)) is gone


@pytest.mark.parametrize("text", ["", "a/b/c", "a/b/c/d/e", "a/b/c/1/e/f"])
def test_the_labels_of_others_are_no_judges(text: str) -> None:
    assert parse(text) is None
