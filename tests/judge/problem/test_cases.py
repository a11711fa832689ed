import os
from dataclasses import replace
from pathlib import Path

import pytest

from judge.problem.cases import HIDDEN_SALT, SetterFault, reference_program
from judge.problem.load import load_problem
from judge.problem.model import Problem
from judge.report import Tier
from sandbox.api import Execution, Sandbox, Status
from sandbox.guest import wire
from tests.judge.problem.conftest import Counting, maker_of
from tests.judge.problem.folders import CASES, YAML, write_folder


def test_samples_are_shown_and_carry_their_note(problem: Problem, sandbox: Sandbox, tmp_path: Path) -> None:
    maker = maker_of(problem, sandbox, tmp_path / "cache")
    first, second = maker.samples()
    assert (first.tier, first.name, first.visible, first.note) == (Tier.SAMPLE, "sample 1", True, "between 4 and 9")
    assert wire.decode(first.input) == ([1, 9, 4],)
    assert [wire.decode(answer) for answer in maker.sample_answers()] == [5, 0]
    assert second.name == "sample 2"


def test_hidden_cases_come_in_the_order_of_tiers(problem: Problem, sandbox: Sandbox, tmp_path: Path) -> None:
    cases = maker_of(problem, sandbox, tmp_path / "cache").hidden()
    assert [(case.tier, case.name, case.size) for case in cases] == [
        (Tier.EDGE, "one number", None),
        (Tier.EDGE, "negative", None),
        (Tier.ADVERSARIAL, "scattered 1", 50),
        (Tier.ADVERSARIAL, "scattered 2", 50),
        (Tier.SCALE, "descending", 2000),
    ]
    assert not any(case.visible for case in cases)
    assert cases[2].input != cases[3].input


def test_cases_hang_on_secret_content_family_size_and_salt_alone(
    problem: Problem, sandbox: Sandbox, tmp_path: Path
) -> None:
    one = maker_of(problem, sandbox, tmp_path / "one")
    again = maker_of(problem, sandbox, tmp_path / "two")
    other = maker_of(problem, sandbox, tmp_path / "one", secret=b"other secret")
    assert [case.input for case in one.hidden()] == [case.input for case in again.hidden()]
    assert one.hidden()[2].input != other.hidden()[2].input
    others = [other, *(maker_of(problem, sandbox, tmp_path / "one", secret=bytes([n])) for n in range(4))]
    edges = {maker.hidden()[1].input for maker in others}  # of few values: two secrets may well draw the same
    assert len(edges) > 1, "edges draw from the secret too"
    drawn = {one.draw("scattered", 50, salt) for salt in range(5)}
    assert len(drawn) == 5
    assert one.draw("scattered", 50, HIDDEN_SALT) == one.hidden()[2].input
    rewritten = load_problem(write_folder(tmp_path / "b", cases_py=CASES.replace("-(10**9)", "-(10**8)")))
    assert maker_of(rewritten, sandbox, tmp_path / "one").draw("scattered", 50, 0) != one.draw("scattered", 50, 0)


def test_the_reference_says_what_is_right_and_what_it_costs(problem: Problem, sandbox: Sandbox, tmp_path: Path) -> None:
    expected = maker_of(problem, sandbox, tmp_path / "cache").expected(wire.encode(([3, 10, 4],)))
    assert wire.decode(expected.answer) == 6
    assert expected.cpu_ns > 0


def test_nothing_is_made_twice(problem: Problem, counting: Counting, tmp_path: Path) -> None:
    runs = []
    for _ in range(2):
        maker = maker_of(problem, counting, tmp_path / "cache")
        for case in [*maker.samples(), *maker.hidden()]:
            maker.expected(case.input)
        maker.draw("scattered", 64, 3)
        runs.append(counting.runs)
    # samples, edges, 3 draws for hidden cases, 1 for growth, 7 inputs to the reference
    assert runs == [13, 13]


def test_a_changed_reference_answers_anew(problem: Problem, counting: Counting, tmp_path: Path) -> None:
    message = wire.encode(([1, 2],))
    maker_of(problem, counting, tmp_path / "cache").expected(message)
    reference = problem.reference.source + "\n# the same, said again\n"
    changed = load_problem(write_folder(tmp_path / "b", submissions__accepted__by_sorting_py=reference))
    maker_of(changed, counting, tmp_path / "cache").expected(message)
    assert counting.runs == 2


@pytest.mark.parametrize("damage", ["", "short", "x" * 100, None])
def test_a_damaged_cache_is_made_anew(problem: Problem, counting: Counting, tmp_path: Path, damage: str | None) -> None:
    cache = tmp_path / "cache"
    before = [case.input for case in maker_of(problem, counting, cache).samples()]
    (file,) = [path for path in cache.rglob("*") if path.is_file()]
    if damage is None:
        data = bytearray(file.read_bytes())
        data[-1] ^= 1
        file.write_bytes(data)
    else:
        file.write_text(damage)
    assert [case.input for case in maker_of(problem, counting, cache).samples()] == before
    assert counting.runs == 2
    maker_of(problem, counting, cache).samples()
    assert counting.runs == 2, "it was mended"


def test_a_cache_that_cannot_be_written_is_gone_without(problem: Problem, sandbox: Sandbox, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert len(maker_of(problem, sandbox, blocked / "cache").hidden()) == 5


def test_a_full_disk_is_gone_without(
    problem: Problem, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    maker = maker_of(problem, sandbox, tmp_path / "cache")
    assert len(maker.hidden()) == 5
    assert [path for path in (tmp_path / "cache").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("return ([rng.randint", "return ([1 / 0 for _ in 'ab'],) or ([rng.randint", "cases.py:16:", "ZeroDivision"),
        (
            "return ([rng.randint",
            "return [1] or ([rng.randint",
            "cases.py: scattered(9, rng)",
            "not a tuple of arguments",
        ),
        (
            "for _ in range(n)],)",
            "for _ in range(n)], 3)",
            "cases.py: scattered",
            "has 2 arguments, the function takes 1",
        ),
        ("return ([rng.randint", "return (object(),) or ([rng.randint", "cases.py: scattered", "cannot be carried"),
        ("return ([rng.randint", "exit(3) or ([rng.randint", "cases.py", "exit"),
        ("return ([rng.randint", "import os; os._exit(3) or ([rng.randint", "cases.py", "exit"),
        ('"""Inputs of largest-gap."""', "import no_such_module", "cases.py:1:", "no_such_module"),
        ('"""Inputs of largest-gap."""', "import judge", "cases.py:1:", "No module named 'judge'"),
    ],
)
def test_a_fault_in_cases_py_has_its_place(
    sandbox: Sandbox, tmp_path: Path, old: str, new: str, place: str, words: str
) -> None:
    assert old in CASES
    faulty = load_problem(write_folder(tmp_path / "faulty", cases_py=CASES.replace(old, new)))
    with pytest.raises(SetterFault) as caught:
        maker_of(faulty, sandbox, tmp_path / "cache").draw("scattered", 9, 0)
    assert place in caught.value.place
    assert words in caught.value.message


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ("[1]", "sample 1 is not a dict"),
        ('[{"input": ([1],)}]', "sample 1 is not a dict of 'input', 'answer'"),
        ('[{"input": ([1],), "answer": 0, "not": ""}]', "sample 1 is not a dict of"),
        ('[{"input": ([1],), "answer": 0, "note": 3}]', "the note of sample 1 is not text"),
        ('[{"input": ([1],), "answer": iter([])}]', "the answer of sample 1 cannot be carried"),
        ("None", "NoneType"),
    ],
)
def test_malformed_samples_are_told(sandbox: Sandbox, tmp_path: Path, new: str, words: str) -> None:
    text = CASES + f"\n\ndef samples():\n    return {new}\n"
    faulty = load_problem(write_folder(tmp_path / "faulty", cases_py=text))
    with pytest.raises(SetterFault, match=r"cases\.py") as caught:
        maker_of(faulty, sandbox, tmp_path / "cache").samples()
    assert words in caught.value.message


def test_a_reference_that_fails_is_the_setters_fault(problem: Problem, sandbox: Sandbox, tmp_path: Path) -> None:
    with pytest.raises(SetterFault) as caught:
        maker_of(problem, sandbox, tmp_path / "cache").expected(wire.encode((["a", 1],)))
    assert caught.value.place == "the reference accepted/by_sorting.py"
    assert "TypeError" in caught.value.message


def test_a_fault_of_the_sandbox_is_not_kept(problem: Problem, tmp_path: Path) -> None:
    class Broken:
        def run(self, _task: object) -> Execution:
            return Execution(Status.FAULT, message="no cgroup left")

    with pytest.raises(SetterFault, match="no cgroup left"):
        maker_of(problem, Broken(), tmp_path / "cache").samples()
    assert not (tmp_path / "cache").exists()


def test_inputs_are_validated_by_the_interface_and_by_the_setter(
    problem: Problem, sandbox: Sandbox, tmp_path: Path
) -> None:
    maker = maker_of(problem, sandbox, tmp_path / "cache")
    assert maker.validate(wire.encode(([1],))) is None
    assert maker.validate(wire.encode(([],))) == "xs is empty"
    assert maker.validate(wire.encode(([1], 2))) == "has 2 arguments, the function takes 1"
    assert "not a tuple" in (maker.validate(wire.encode([1])) or "")


CLASS_YAML = YAML.replace(
    """  kind: function
  name: largest_gap
  parameters:
    - {name: xs, type: "list[int]"}
  returns: int
""",
    """  kind: class
  name: Total
  methods:
    - {name: add, parameters: [{name: x, type: float}]}
    - {name: total, returns: float}
""",
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([("Total", ()), ("add", (1,)), ("total", ())], None),
        ([], "is not a list"),
        ([("add", (1,))], "must begin"),
        ([("Total", ()), ("Total", ())], "only begin"),
        ([("Total", ()), ("add", ())], "operation 1, add with 0 arguments"),
        ([("Total", ()), ("pop", ())], "operation 1, pop with 0 arguments"),
        ([("Total", ()), 3], "operation 1 that is not a pair"),
    ],
)
def test_a_script_must_fit_its_class(sandbox: Sandbox, tmp_path: Path, value: object, words: str | None) -> None:
    source = "class Total:\n    def add(self, x): ...\n    def total(self): ...\n"
    folder = write_folder(
        tmp_path / "p",
        problem_yaml=CLASS_YAML,
        starter_py=source,
        cases_py=CASES.replace("def validate", "def not_validate"),
        submissions__accepted__by_sorting_py="# landau: reference\n" + source,
        submissions__accepted__a_slower_sort_py=source,
    )
    why = maker_of(load_problem(folder), sandbox, tmp_path / "cache").validate(wire.encode(value))
    assert (why is None) if words is None else (why is not None and words in why)


def test_streams_and_probe_sequences_stay_whole(sandbox: Sandbox, tmp_path: Path) -> None:
    yaml = YAML.replace("list[int]", "ProbeSequence[int]")
    text = (
        "from landau_cases import ProbeSequence, Stream\n"
        + CASES.replace("return ([start", "return (ProbeSequence(10**12, ((0, n, 3, 1),)),) or ([start")
        + "    if len(xs) > 10 and xs[10**9] < 0:\n        raise ValueError('negative')\n"
    )
    reference = "# landau: reference\ndef largest_gap(xs):\n    return xs[1] - xs[0] if len(xs) > 1 else 0\n"
    folder = write_folder(
        tmp_path / "p", problem_yaml=yaml, cases_py=text, submissions__accepted__by_sorting_py=reference
    )
    maker = maker_of(load_problem(folder), sandbox, tmp_path / "cache")
    message = maker.draw("descending", 5, 0)
    assert wire.decode(message) == (wire.ProbeSequence(10**12, ((0, 5, 3, 1),)),)
    assert maker.validate(message) is None
    expected = maker.expected(message)
    assert (wire.decode(expected.answer), expected.probes) == (3, 2)


def test_draws_for_full_only_leave_the_others_as_they_are(sandbox: Sandbox, tmp_path: Path) -> None:
    yaml = YAML.replace(
        "scale: [{family: descending, size: 2000}]",
        "scale: [{family: scattered, size: 9, full_only: true}, {family: scattered, size: 7}]",
    )
    maker = maker_of(load_problem(write_folder(tmp_path / "p", problem_yaml=yaml)), sandbox, tmp_path / "cache")
    usual, full = maker.hidden()[4:], maker.hidden(full=True)[4:]
    assert [case.size for case in usual] == [7]
    assert [case.size for case in full] == [9, 7]
    assert usual[0] == full[1]


def test_the_secret_never_enters_a_cell(problem: Problem, sandbox: Sandbox, tmp_path: Path) -> None:
    seen: list[bytes] = []

    class Watching:
        def run(self, task):  # type: ignore[no-untyped-def]
            seen.append(task.input + b"".join(task.program.files.values()))
            return sandbox.run(task)

    secret = os.urandom(32)
    maker = maker_of(problem, Watching(), tmp_path / "cache", secret)
    maker.expected(maker.hidden()[0].input)
    assert len(seen) == 5
    assert not any(secret in data for data in seen)


def test_instructions_are_counted_once_for_a_program_and_an_input(
    problem: Problem, sandbox: Sandbox, tmp_path: Path
) -> None:
    maker = maker_of(problem, sandbox, tmp_path / "cache")
    program = reference_program(problem)
    other = replace(program, files={program.main: b"pass"})
    counts = iter([None, 7, 8, 9])
    found = [
        maker.counted(one, data, lambda: next(counts))
        for one, data in [(program, b"a"), (program, b"a"), (program, b"a"), (program, b"b"), (other, b"a")]
    ]
    assert found == [None, 7, 7, 8, 9]  # what could not be counted is tried again
