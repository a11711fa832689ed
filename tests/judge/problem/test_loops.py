from pathlib import Path

import pytest

from judge.problem.bank import Bank
from judge.problem.faults import ProblemError
from judge.problem.loops import Loop, LoopEntry, load_loops

PROJECT = Path(__file__).parents[3]
GOOD = "title: A\nminutes: 60\nproblems:\n  - {slug: a-b, minutes: 20}\n  - {slug: c, minutes: 40}\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return folder


def test_the_shipped_loop_chains_three_problems_of_the_bank_in_an_hour() -> None:
    loop = load_loops(PROJECT / "loops")["amazon-ds/r7"]
    assert loop.minutes == 60
    assert [(one.slug, one.minutes) for one in loop.entries] == [
        ("rolling-average", 12),
        ("running-median", 20),
        ("trapped-water", 20),
    ]
    assert {one.slug for one in loop.entries} <= set(Bank(PROJECT / "problems").slugs())


def test_a_loop_is_called_as_its_file(tmp_path: Path) -> None:
    write(tmp_path, "group/one.yaml", GOOD)
    assert load_loops(tmp_path) == {"group/one": Loop("group/one", "A", 60, (LoopEntry("a-b", 20), LoopEntry("c", 40)))}


def test_no_folder_no_loops(tmp_path: Path) -> None:
    assert load_loops(tmp_path / "none") == {}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("minutes: 60", "minutes: 59", "x.yaml:1: the problems' minutes are 60 together, more than the loop's 59"),
        ("slug: c", "slug: a-b", "x.yaml:1: a problem is there twice"),
        ("slug: c", "slug: ../c", "x.yaml:5: problems[1].slug: "),
        ("title: A\n", "", "x.yaml:1: title: is missing"),
        ("minutes: 40", "minute: 40", "x.yaml:5: problems[1].minute"),
        ("problems:", "problems: [", "x.yaml:4: not YAML: "),
    ],
)
def test_a_fault_has_file_and_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    write(tmp_path, "x.yaml", GOOD.replace(old, new))
    write(tmp_path, "y.yaml", "- 1")
    with pytest.raises(ProblemError) as caught:
        load_loops(tmp_path)
    assert words in str(caught.value)
    assert "y.yaml:1: must be a mapping" in str(caught.value)
