from pathlib import Path

import pytest

from judge.problem.faults import ProblemError
from judge.problem.load import load_problem, split_hints, with_others
from judge.problem.model import Expected
from tests.judge.problem.folders import FILES, REFERENCE, YAML, write_folder


def faults(folder: Path) -> list[str]:
    with pytest.raises(ProblemError) as caught:
        load_problem(folder)
    return [
        f"{fault.path.relative_to(folder.parent)}{str(fault).split(fault.path.name, 1)[1]}"
        for fault in caught.value.faults
    ]


def test_a_whole_folder_is_a_problem(tmp_path: Path) -> None:
    problem = load_problem(write_folder(tmp_path))
    assert problem.slug == "largest-gap"
    assert problem.spec.clock_minutes == 12
    assert problem.hints == ("What becomes easy in sorted order?", "Sort.")
    assert problem.reference.path.name == "by_sorting.py"
    assert [known.name for known in problem.known] == [
        "accepted/by_sorting.py",
        "accepted/a_slower_sort.py",
        "too_slow/successor_scan.py",
        "wrong/unsorted.py",
        "runtime_error/no_default.py",
    ]
    assert {known.expected for known in problem.known} == set(Expected) - {Expected.TOO_MUCH_MEMORY}


def test_the_place_of_a_fault_is_a_path_a_terminal_can_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_folder(tmp_path / "problems", problem_yaml=YAML.replace("difficulty: easy", "difficulty: simple"))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProblemError) as caught:
        load_problem(folder)
    assert str(caught.value).startswith("problems/largest-gap/problem.yaml:2: difficulty: ")
    monkeypatch.chdir(folder / "submissions")
    with pytest.raises(ProblemError) as caught:
        load_problem(folder)
    assert str(caught.value).startswith(f"{folder}/problem.yaml:2: ")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Largest gap", "title: [", "problem.yaml:3: not YAML: while parsing a flow sequence"),
        ("tags: [arrays]", "tags: [arrays]\ntags: [x]", "problem.yaml:4: not YAML: "),
        ("title: Largest gap\n", "", "problem.yaml:1: title: is missing"),
        ("title: Largest gap", "title: 5", "problem.yaml:1: title: must be text; put it in quotes"),
        ("tags:", "tag:", "problem.yaml:3: tag: is not known here"),
        ("difficulty: easy", "difficulty: simple", "problem.yaml:2: difficulty: "),
        ("kind: function", "kind: procedure", "problem.yaml:5: interface.kind: is 'procedure'; expected one of"),
        ("  kind: function\n", "", "problem.yaml:4: interface.kind: is missing"),
        ("  name: largest_gap", "  name: largest gap", "problem.yaml:6: interface.name: must be a name"),
        ('name: xs, type: "list[int]"', "name: xs", "problem.yaml:8: interface.parameters[0].type: is missing"),
        ("{kind: exact}", "{kind: exact, number: true}", "problem.yaml:10: checker.number: is not known here"),
        ("{kind: exact}", "{kind: float, relative: -1}", "problem.yaml:10: checker.relative: "),
        ("time: n log n", "time: n ^ ^", "problem.yaml:12: growth.time: "),
        ("largest: 100000, about", "largest: 100, about", "problem.yaml:15: growth.families[0]: largest must be"),
        ("name: descending", "name: scattered", "problem.yaml:16: growth.families[1].name: 'scattered' is there twice"),
        ("{family: descending", "{family: asc", "problem.yaml:19: draws.scale[0].family: growth.families has no 'asc'"),
        (
            "about: random order",
            "measures: [memory]",
            "problem.yaml:15: growth.families[0].measures: memory is measured",
        ),
        ("size: 50", "size: -5", "problem.yaml:18: draws.adversarial[0].size: "),
    ],
)
def test_a_fault_in_problem_yaml_has_line_and_key(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in YAML
    found = faults(write_folder(tmp_path, problem_yaml=YAML.replace(old, new)))
    assert any(fault.startswith(f"largest-gap/{expected}") for fault in found), found


@pytest.mark.parametrize("text", ["", "# only a comment\n", "just text\n", "- a list\n", "\x00", "[" * 5000, "&a [*a]"])
def test_any_text_as_problem_yaml_is_a_fault_and_nothing_worse(tmp_path: Path, text: str) -> None:
    assert faults(write_folder(tmp_path, problem_yaml=text))[0].startswith("largest-gap/problem.yaml")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path,
        problem_yaml=YAML.replace("title: Largest gap\n", ""),
        editorial_md=None,
        submissions__wrong__unsorted_py="def largest_gap(xs):\n    return (\n",
        cases_py="def samples():\n\treturn [\n        ]]\n",
        statement_md="[[fill in: the task]]\n",
    )
    found = "\n".join(faults(folder))
    for expected in (
        "problem.yaml:1: title: is missing",
        "editorial.md: is missing",
        "submissions/wrong/unsorted.py:2: not Python 3: '(' was never closed",
        "cases.py:3: not Python: ",
        "statement.md:1: still to be filled in: the task",
    ):
        assert expected in found


def test_functions_that_problem_yaml_names_must_exist(tmp_path: Path) -> None:
    found = faults(
        write_folder(
            tmp_path,
            cases_py="def samples(): ...\nedges = None\ndef scattered(n, rng): ...\n",
            starter_py="def gap(xs): ...\n",
            submissions__accepted__a_slower_sort_py="largest = sorted\n",
        )
    )
    assert found == [
        "largest-gap/cases.py: has no function descending(n, rng), the family of problem.yaml",
        "largest-gap/starter.py: does not define the function largest_gap",
        "largest-gap/submissions/accepted/a_slower_sort.py: does not define the function largest_gap",
    ]


def test_exactly_one_submission_is_the_reference(tmp_path: Path) -> None:
    none = faults(
        write_folder(tmp_path / "none", submissions__accepted__by_sorting_py=REFERENCE.replace("landau", "x"))
    )
    both = faults(write_folder(tmp_path / "both", submissions__accepted__a_slower_sort_py=REFERENCE))
    assert "no file has it" in none[0]
    assert "a_slower_sort.py, by_sorting.py have it" in both[0]


def test_strange_files_among_the_submissions(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    (folder / "submissions" / "slow").mkdir()
    (folder / "submissions" / "wrong" / "notes.txt").write_text("x")
    (folder / "submissions" / "wrong" / "latin.py").write_bytes(b"# ok\n# caf\xe9\n")
    (folder / "submissions" / "wrong" / "__pycache__").mkdir()
    (folder / "submissions" / "wrong" / ".hidden.swp").write_text("x")
    found = faults(folder)
    assert len(found) == 3
    assert found[0].startswith("largest-gap/submissions/slow: is not one of accepted, ")
    assert found[1] == "largest-gap/submissions/wrong/latin.py:2: is not UTF-8 text"
    assert "no language is called" in found[2]


def test_a_known_submission_may_be_in_any_language_that_can_do_it(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    (folder / "submissions/accepted/quick.cpp").write_text("// in C++\n")
    assert "accepted/quick.cpp" in [known.name for known in load_problem(folder).known]
    (folder / "submissions/accepted/main.rs").write_text("// in Rust\n")
    (found,) = faults(folder)
    assert "accepted/main.rs" in found and "this one calls the function" in found


def test_a_custom_checker_and_its_file_go_together(tmp_path: Path) -> None:
    custom = YAML.replace("{kind: exact}", "{kind: custom}")
    assert "is missing, and the checker is custom" in faults(write_folder(tmp_path / "a", problem_yaml=custom))[0]
    nameless = write_folder(tmp_path / "b", problem_yaml=custom, checker_py="def chek(i, e, a): ...\n")
    assert "has no function check(" in faults(nameless)[0]
    unused = write_folder(tmp_path / "c", checker_py="def check(i, e, a): ...\n")
    assert "is not used" in faults(unused)[0]
    inner = YAML.replace("{kind: exact}", "{kind: mapping, values: {kind: custom}}")
    assert "cannot be a part" in faults(write_folder(tmp_path / "d", problem_yaml=inner))[0]
    whole = write_folder(tmp_path / "e", problem_yaml=custom, checker_py="def check(i, e, a): ...\n")
    assert load_problem(whole).checker_source is not None


def test_a_missing_or_ill_named_folder(tmp_path: Path) -> None:
    assert faults(tmp_path / "absent")[0].endswith("absent: is not a folder")
    assert "small letters" in faults(write_folder(tmp_path, "Largest_Gap"))[0]


def test_windows_text_reads_the_same(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    for path in FILES:
        data = (folder / path).read_bytes()
        (folder / path).write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))
    assert load_problem(folder).reference.source == REFERENCE


def test_hints_are_parted_by_lines_of_hyphens() -> None:
    assert split_hints("a\n---\nb --- c\n--- \n\n---\n") == ("a", "b --- c")


def test_submissions_that_are_kept_apart(tmp_path: Path) -> None:
    problem = load_problem(write_folder(tmp_path))
    apart = tmp_path / "apart"
    assert with_others(problem, apart) is problem
    wrong = apart / problem.slug / "wrong"
    wrong.mkdir(parents=True)
    (wrong / "later.py").write_text("# An idea.\n\n\ndef largest_gap(xs):\n    return 0\n")
    both = with_others(problem, apart)
    assert both.known[:-1] == problem.known
    assert (both.known[-1].name, both.known[-1].path.parent) == ("wrong/later.py", wrong)


def test_a_fault_in_what_is_kept_apart_has_its_place(tmp_path: Path) -> None:
    problem = load_problem(write_folder(tmp_path))
    folder = tmp_path / "apart" / problem.slug
    (folder / "slow").mkdir(parents=True)
    (folder / "wrong").mkdir()
    (folder / "wrong" / "broken.py").write_text("def f(:\n")
    with pytest.raises(ProblemError) as caught:
        with_others(problem, tmp_path / "apart")
    assert [(fault.path.name, fault.line) for fault in caught.value.faults] == [("slow", None), ("broken.py", 1)]
