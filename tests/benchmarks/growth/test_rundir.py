"""A run survives being killed, and is shared without doing anything twice."""

from __future__ import annotations

import json
import multiprocessing
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.growth.corpus import Label
from benchmarks.growth.plan import item, planned
from benchmarks.growth.replay import recorded
from benchmarks.growth.rundir import MANIFEST, RECORDINGS, BadRun, Manifest, RunDir
from benchmarks.growth.worker import take
from judge.report import Outcome
from tests.benchmarks.growth.made import judged, solution, task
from tests.benchmarks.growth.workers import PATIENCE_S, always, hang, share, stand_in

TASK = task("task", *(solution(f"s{number}") for number in range(8)))
ITEMS = planned([(TASK, one) for one in TASK.solutions], 1, (0,))
FORK = multiprocessing.get_context("fork")


def lines(folder: Path) -> list[str]:
    return [
        json.loads(line)["key"]
        for path in (folder / RECORDINGS).glob("*.jsonl")
        for line in path.read_text().splitlines()
    ]


def test_recordings_survive(tmp_path: Path) -> None:
    one = judged(Label.RIGHT, Outcome.WITHIN, busy=2, repeat=1)
    RunDir.open(tmp_path, Manifest("00")).append(one)
    assert RunDir.open(tmp_path, Manifest("00")).refresh() == [one]
    assert list(recorded(tmp_path)) == [one]


def test_what_was_read_is_not_told_again(tmp_path: Path) -> None:
    writer, reader = RunDir.open(tmp_path, Manifest("00")), RunDir.open(tmp_path, Manifest("00"))
    writer.append(judged(Label.RIGHT, Outcome.WITHIN, repeat=0))
    assert [one.repeat for one in reader.refresh()] == [0]
    writer.append(judged(Label.RIGHT, Outcome.WITHIN, repeat=1))
    assert [one.repeat for one in reader.refresh()] == [1]
    assert reader.refresh() == []


def test_a_torn_last_line_costs_only_that_judgement(tmp_path: Path) -> None:
    first = RunDir.open(tmp_path, Manifest("00"))
    for _ in zip(range(3), take(first, ITEMS, stand_in, always), strict=False):
        pass
    (path,) = (tmp_path / RECORDINGS).glob("*.jsonl")
    data = path.read_bytes()
    path.write_bytes(data[:-10])
    made = len(data.splitlines())

    again = RunDir.open(tmp_path, Manifest("00"))
    redone = [one.key for one in take(again, ITEMS, stand_in, always)]
    assert len(redone) == len(ITEMS) - (made - 1)
    assert set(again.judgements) == {one.key for one in ITEMS}
    assert path.read_bytes() == data[:-10]  # nothing is appended to what was cut
    assert len(list(recorded(tmp_path))) == len(ITEMS)


def test_a_line_that_is_no_judgement_is_told_with_its_file(tmp_path: Path) -> None:
    directory = RunDir.open(tmp_path, Manifest("00"))
    (tmp_path / RECORDINGS / "x.jsonl").write_text('{"task": 3}\n')
    with pytest.raises(BadRun, match=r"x\.jsonl: a line that is no judgement"):
        directory.refresh()


def test_who_was_first_says_what_the_run_is(tmp_path: Path) -> None:
    RunDir.open(tmp_path, Manifest("aa", repeats=2))
    assert RunDir.open(tmp_path, Manifest("bb", repeats=5)).manifest == Manifest("aa", repeats=2)


def test_a_manifest_that_is_none_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"seed": "00", "colour": "red", "phases": [0]}')
    with pytest.raises(BadRun, match=r"manifest\.json: not the manifest"):
        RunDir.open(tmp_path, Manifest("00"))


def test_two_workers_share_and_do_nothing_twice(tmp_path: Path) -> None:
    RunDir.open(tmp_path, Manifest("00"))
    meet = FORK.Barrier(2)
    workers = [FORK.Process(target=share, args=(tmp_path, ITEMS, meet)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(PATIENCE_S)
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert Counter(lines(tmp_path)) == Counter(one.key for one in ITEMS)
    assert len({one.repeat for one in recorded(tmp_path)}) == 2  # both did some


def test_what_a_killed_worker_was_at_is_taken_over(tmp_path: Path) -> None:
    directory = RunDir.open(tmp_path, Manifest("00"))
    here, there = FORK.Pipe()
    worker = FORK.Process(target=hang, args=(tmp_path, ITEMS, there))
    worker.start()
    assert here.poll(PATIENCE_S)
    key = here.recv()
    with directory.claim(key) as mine:
        assert not mine
    worker.kill()
    worker.join(PATIENCE_S)
    assert {one.key for one in take(directory, ITEMS, stand_in, always)} == {one.key for one in ITEMS}


def test_a_deadline_begins_nothing_more(tmp_path: Path) -> None:
    left = [True, True, True, False]
    made = list(take(RunDir.open(tmp_path, Manifest("00")), ITEMS, stand_in, lambda: left.pop(0)))
    assert len(made) == 2


def test_a_solution_that_was_rewritten_is_judged_again() -> None:
    before, after = solution("s"), solution("s", source="def f(xs):\n    return 3\n")
    assert item(task("t", before), before, 0, 0).key != item(task("t", after), after, 0, 0).key
    assert item(task("t", before), before, 0, 0).key == item(task("t", before), before, 0, 0).key
