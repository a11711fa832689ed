"""The bank's known submissions, judged by growth as the corpus is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from benchmarks.growth import measure
from benchmarks.growth.bank import BankTask, bank_faults, bank_tasks, case_maker
from benchmarks.growth.corpora import tasks_of
from benchmarks.growth.corpus import Corpus, Kind, Label
from benchmarks.growth.measure import Maker, judge_one, maker_of, why_not_here
from benchmarks.growth.plan import item, relabelled
from benchmarks.growth.record import Judgement
from benchmarks.growth.rundir import Manifest
from benchmarks.growth.worker import items_of
from judge.problem.bank import Bank
from judge.problem.cases import CaseMaker, SetterFault
from judge.problem.model import Expected, Known
from judge.report import Outcome
from sandbox.api import Compile, Execution, Sandbox, Status, Task
from tests.benchmarks.growth.made import solution, task
from tests.judge.growth.fakes import FakeSandbox, SizeMaker, problem, program

COSTS = {
    "accepted/reference.py": "3e5 + 50 * n",
    "accepted/slower.py": "3e5 + 800 * n",
    "too_slow/square.py": "3e5 + n * n",
    "too_much_memory/keeps.py": "3e5 + 50 * n",
    "wrong/off_by_one.py": "3e5",
    "runtime_error/raises.py": "3e5",
}


def known(name: str, cpu_ns: str) -> Known:
    expected, _, file = name.partition("/")
    return Known(Expected(expected), Path(file), program(cpu_ns).files["solution.py"].decode())


MADE_UP = replace(problem(), known=tuple(known(*one) for one in COSTS.items()))


class OneProblem(Bank):
    def __init__(self) -> None: ...

    def slugs(self) -> list[str]:
        return [MADE_UP.slug]

    def _load(self, slug: str) -> object:  # type: ignore[override]
        return MADE_UP


(TASK,) = bank_tasks(OneProblem())


class Compiling(FakeSandbox):
    """Any text is a program."""

    def run(self, task: Task) -> Execution:
        return Execution(Status.OK) if isinstance(task.entry, Compile) else super().run(task)


def judged(number: int, tmp_path: Path, maker: SizeMaker | None = None) -> Judgement:
    return judge_one(TASK, TASK.solutions[number], maker or SizeMaker(), cast(Sandbox, Compiling()), tmp_path)


def test_labels_are_the_folders() -> None:
    assert [(one.name, one.label, one.kind) for one in TASK.solutions] == [
        ("accepted/reference.py", Label.RIGHT, Kind.PLAIN),
        ("accepted/slower.py", Label.RIGHT, Kind.PLAIN),
        ("too_slow/square.py", Label.WORSE, Kind.PLAIN),
        ("too_much_memory/keeps.py", Label.WORSE, Kind.MEMORY),
    ]


def test_the_whole_bank_is_there() -> None:
    found = {one.name: one for one in bank_tasks(Bank())}
    assert set(found) == set(Bank().slugs())
    languages = {one.language for one in found["rolling-average"].solutions}
    assert languages == {"python", "cpp", "java", "javascript"}
    for one in found.values():
        assert one.solutions[0].source == one.loaded.reference.source
        assert {each.label for each in one.solutions} == {Label.RIGHT, Label.WORSE}


def test_growth_alone_says_what_the_folders_say(tmp_path: Path) -> None:
    assert judged(1, tmp_path).outcome is Outcome.WITHIN
    found = judged(2, tmp_path)
    assert (found.outcome, found.failure) == (Outcome.EXCEEDS, "")
    assert (found.task, found.solution, found.corpus) == ("made-up", "too_slow/square.py", Corpus.BANK)
    assert Judgement.of(found.plain()) == found


def test_a_generator_that_fails_is_a_fault_of_judging(tmp_path: Path) -> None:
    class Broken(SizeMaker):
        def draw(self, family: str, size: int, salt: int) -> bytes:
            raise SetterFault("random(500, rng)", "ValueError")

    found = judged(2, tmp_path, Broken())
    assert found.faulty
    assert "random(500, rng)" in found.failure


def test_inputs_are_fresh_each_repeat_and_made_by_the_real_maker(tmp_path: Path) -> None:
    sandbox = cast(Sandbox, FakeSandbox())
    first, again, next_one, other_run = (
        case_maker(TASK, seed, repeat, sandbox, tmp_path)
        for seed, repeat in ((b"a", 0), (b"a", 0), (b"a", 1), (b"b", 0))
    )
    assert first.secret == again.secret
    assert len({first.secret, next_one.secret, other_run.secret}) == 3
    made = maker_of(TASK, b"a", 0, sandbox, tmp_path)
    assert isinstance(made, CaseMaker)
    assert (made.secret, made.cache.folder) == (first.secret, tmp_path)
    own = maker_of(task("t", solution("s")), b"a", 0, sandbox, tmp_path)
    assert isinstance(own, Maker)


def test_what_it_hangs_on_is_in_the_key() -> None:
    keys = {item(TASK, one, 0, 0).key for one in TASK.solutions}
    assert len(keys) == len(TASK.solutions)
    for loaded in (
        replace(MADE_UP, cases_source="def edges(rng): return []"),
        replace(MADE_UP, spec=MADE_UP.spec.model_copy(update={"title": "another"})),
        replace(MADE_UP, checker_source="def check(): ..."),
    ):
        changed = BankTask(loaded, TASK.solutions)
        assert not keys & {item(changed, one, 0, 0).key for one in TASK.solutions}


def test_a_folder_that_changed_its_mind_counts_at_once() -> None:
    one = TASK.solutions[2]
    recorded = Judgement("made-up", one.name, Label.RIGHT, (), 1.0, key=item(TASK, one, 0, 0).key)
    assert relabelled([recorded], [TASK])[0].label is Label.WORSE


def test_a_language_that_is_not_here(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not why_not_here(TASK, TASK.solutions[0])
    monkeypatch.setattr(measure, "missing_here", lambda language: f"no {language.name}")
    assert why_not_here(TASK, TASK.solutions[0]) == "no python"


def test_one_faulty_problem_does_not_stop_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "half-done").mkdir()
    faults = bank_faults(Bank(tmp_path))
    assert list(faults) == ["half-done"]
    monkeypatch.setenv("LANDAU_PROBLEMS", str(tmp_path))
    items, refused = items_of(Manifest("00", corpus=Corpus.BANK))
    assert (items, refused) == ([], faults)


def test_corpora_are_told_apart() -> None:
    own, bank = ({one.corpus for one in tasks_of(corpus)} for corpus in (Corpus.OWN, Corpus.BANK))
    assert (own, bank) == ({Corpus.OWN}, {Corpus.BANK})
    names = [(one.corpus, one.name) for one in tasks_of(Corpus.ALL)]
    assert len(set(names)) == len(names)
    assert {Corpus.OWN, Corpus.BANK} <= {corpus for corpus, _ in names}
