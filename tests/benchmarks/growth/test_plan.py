"""What a run judges, and in which order."""

from __future__ import annotations

from itertools import groupby

from benchmarks.growth.corpus import Kind, Label
from benchmarks.growth.measure import maker
from benchmarks.growth.plan import chosen, item, planned, relabelled, stratified
from benchmarks.growth.record import Judgement
from tests.benchmarks.growth.made import solution, task

COMMON = [solution(f"plain{number}") for number in range(20)]
RARE = [solution("hidden", Label.WORSE, Kind.HIDDEN), solution("slow", Label.RIGHT, Kind.SLOW)]
TASK = task("sums", *COMMON, *RARE)
PAIRS = [(TASK, one) for one in TASK.solutions]


def test_chosen_by_name_and_kind() -> None:
    assert [one.name for _, one in chosen([TASK], only="sums/plain1")] == ["plain1", *(f"plain1{n}" for n in range(10))]
    assert [one.name for _, one in chosen([TASK], kind="hidden")] == ["hidden"]
    assert chosen([TASK], only="other") == []


def test_phase_after_phase_and_repeat_after_repeat() -> None:
    items = planned(PAIRS[:2], 2, (0, 2))
    assert [(one.busy, one.repeat, one.solution.name) for one in items] == [
        (busy, repeat, name) for busy in (0, 2) for repeat in (0, 1) for name in ("plain0", "plain1")
    ]
    assert len({one.key for one in items}) == len(items)


def test_tasks_shuffled_by_a_seed_and_their_solutions_kept_together() -> None:
    many = [(made, one) for n in range(9) for made in [task(f"t{n}", *COMMON[:3])] for one in made.solutions]
    plain, one, again, other = (planned(many, 1, (0,), seed) for seed in ("", "a", "a", "b"))
    assert one == again
    assert one != other != plain
    assert sorted(item.key for item in one) == sorted(item.key for item in plain)
    assert len([name for name, _ in groupby(item.task.name for item in one)]) == 9


def test_any_beginning_of_a_quick_sample_holds_every_stratum() -> None:
    sample = stratified(PAIRS)
    assert {(one.kind, one.label) for _, one in sample[:3]} == {(one.kind, one.label) for _, one in PAIRS}
    assert sample == stratified(PAIRS)
    assert sorted(one.name for _, one in sample) == sorted(one.name for _, one in PAIRS)


def test_inputs_are_fresh_each_repeat_and_the_same_for_all_solutions() -> None:
    first, again, next_one, other_run = (
        maker(TASK, seed, repeat) for seed, repeat in ((b"a", 0), (b"a", 0), (b"a", 1), (b"b", 0))
    )
    drawn = [one.draw("random", 50, 0) for one in (first, again, next_one, other_run)]
    assert drawn[0] == drawn[1]
    assert len(set(drawn)) == 3
    assert len({first.secret, next_one.secret, other_run.secret, first.drawn.secret}) == 4


def test_a_label_that_was_corrected_counts_at_once() -> None:
    recorded = Judgement("sums", "plain0", Label.RIGHT, (), 1.0, key=item(TASK, COMMON[0], 0, 0).key)
    corrected = task("sums", solution("plain0", Label.WORSE, Kind.EARLY), *COMMON[1:])
    (found,) = relabelled([recorded], [corrected])
    assert (found.label, found.kind) == (Label.WORSE, Kind.EARLY)


def test_a_label_of_another_text_does_not() -> None:
    recorded = Judgement("sums", "plain0", Label.RIGHT, (), 1.0, key=item(TASK, COMMON[0], 0, 0).key)
    rewritten = task("sums", COMMON[1], solution("plain0", Label.WORSE, source="def f(xs): return 7\n"))
    assert relabelled([recorded], [rewritten]) == [recorded]
