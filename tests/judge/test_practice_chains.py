"""Rounds one after another, with the server's clock moved by hand."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from judge.home import Home
from judge.practice import Conflict, NotFound, Practice
from judge.records import ClockMode
from tests.judge.practice_kit import NOON, FakeBank, Now

ROUND = "title: {title}\nminutes: 30\nproblems:\n  - {{slug: {slug}, minutes: 20}}\n"


@pytest.fixture(autouse=True)
def loops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "loops"
    folder.mkdir()
    for name, slug in (("one", "alpha"), ("two", "beta"), ("three", "gamma")):
        (folder / f"{name}.yaml").write_text(ROUND.format(title=name.title(), slug=slug))
    (folder / "day.yaml").write_text("title: Day\nbreak_minutes: 10\nrounds: [one, two, three]\n")
    monkeypatch.setenv("LANDAU_PROBLEMS", str(tmp_path / "problems"))
    return folder


def test_it_starts_with_its_first_round(practice: Practice):
    session = practice.start_session("day")
    assert (session.loop, session.clock.mode, session.clock.duration) == (
        "one",
        ClockMode.COUNTDOWN,
        timedelta(minutes=30),
    )
    assert [attempt.problem for attempt in session.attempts] == ["alpha"]
    chain = practice.open_chain()
    assert chain is not None and chain.id == session.chain_id
    assert [each.title for each in chain.rounds] == ["One", "Two", "Three"]
    assert practice.break_now() is None
    assert practice.begin_round(chain.id) == session


def test_in_practice_the_person_begins_each_round(practice: Practice, now: Now):
    session = practice.start_session("day")
    now.pass_(minutes=35)
    practice.finish_session(session.id)
    on = practice.break_now()
    assert on is not None and (on[1].before, on[1].ends_at) == (2, NOON + timedelta(minutes=45))
    now.pass_(hours=2)
    assert practice.open_session() is None
    second = practice.begin_round(on[0].id)
    assert (second.loop, second.clock.started_at) == ("two", now())
    assert practice.break_now() is None


def test_in_a_break_nothing_else_begins(practice: Practice):
    session = practice.start_session("day")
    practice.finish_session(session.id)
    with pytest.raises(Conflict, match="break"):
        practice.start_session("one")
    with pytest.raises(Conflict, match="break"):
        practice.start_attempt("beta")
    assert practice.open_attempt("beta") is None


def test_an_interview_goes_by_the_plan_whoever_looks(practice: Practice, now: Now):
    session = practice.start_session("day", hard=True)
    assert session.chain_id is not None
    practice.save_draft(session.attempts[0].id, "for alpha")
    now.pass_(minutes=31)
    assert practice.break_now() is not None
    with pytest.raises(Conflict, match="begins by itself"):
        practice.begin_round(session.chain_id)
    now.pass_(minutes=11)
    second = practice.open_session()
    assert second is not None and (second.loop, second.clock.started_at) == ("two", NOON + timedelta(minutes=40))
    practice.save_draft(second.attempts[0].id, "for beta")
    now.pass_(hours=5)  # nobody looked: the rest went by all the same
    chain = practice.chain(session.chain_id)
    assert [each.clock.started_at - NOON for each in chain.sessions] == [timedelta(minutes=m) for m in (0, 40, 80)]
    assert chain.ended_at == NOON + timedelta(minutes=110)
    assert practice.open_chain() is None
    assert {(one.source, one.elapsed) for one in practice.submissions()} == {
        ("for alpha", timedelta(minutes=30)),
        ("for beta", timedelta(minutes=30)),
    }


def test_a_round_that_is_finished_early_in_an_interview_waits_for_the_plan(practice: Practice, now: Now):
    session = practice.start_session("day", hard=True)
    now.pass_(minutes=5)
    practice.finish_session(session.id)
    now.pass_(minutes=34)
    assert practice.open_session() is None
    now.pass_(minutes=1)
    second = practice.open_session()
    assert second is not None and second.loop == "two"


def test_the_last_round_ends_it(practice: Practice, now: Now):
    chain_id = practice.start_session("day").chain_id
    assert chain_id is not None
    for _ in range(3):
        now.pass_(minutes=9)
        practice.finish_session(practice.begin_round(chain_id).id)
    assert practice.open_chain() is None
    assert practice.chain(chain_id).ended_at == now()
    with pytest.raises(Conflict, match="Day is over"):
        practice.begin_round(chain_id)
    assert practice.start_session("one").chain_id is None


def test_it_can_be_ended_in_a_round_or_in_a_break(practice: Practice, now: Now):
    session = practice.start_session("day", hard=True)
    assert session.chain_id is not None
    practice.save_draft(session.attempts[0].id, "written")
    now.pass_(minutes=3)
    ended = practice.finish_chain(session.chain_id)
    assert ended.ended_at == now() and ended.sessions[0].clock.ended_at == now()
    assert [one.source for one in practice.submissions()] == ["written"]
    now.pass_(hours=9)
    assert len(practice.chain(session.chain_id).sessions) == 1
    again = practice.start_session("day")
    assert again.chain_id is not None
    practice.finish_session(again.id)
    practice.finish_chain(again.chain_id)
    assert practice.open_chain() is None and practice.chains()[0].id == again.chain_id


def test_the_plan_is_kept_as_it_was_at_the_start(practice: Practice, loops: Path):
    chain_id = practice.start_session("day").chain_id
    assert chain_id is not None
    (loops / "two.yaml").unlink()
    practice.finish_session(practice.begin_round(chain_id).id)
    assert [attempt.problem for attempt in practice.begin_round(chain_id).attempts] == ["beta"]


def test_a_problem_of_a_later_round_that_is_not_there(home: Home, now: Now):
    lacking = Practice(home, FakeBank("alpha", "beta"), now)
    with pytest.raises(NotFound, match=r"loop day cannot be started: gamma \(not in the bank\)"):
        lacking.start_session("day")
    assert lacking.missing(lacking.loops()["day"]) == {"gamma": "not in the bank"}
    assert lacking.missing(lacking.loops()["one"]) == {}
    assert lacking.start_session("one").loop == "one"
    lacking.close()


def test_a_file_with_faults_is_named_and_leaves_the_others(practice: Practice, loops: Path):
    (loops / "two.yaml").write_text("title: Two\nminutes: 30\nproblem: 3\n")
    assert set(practice.loops()) == {"one", "three"}
    told = "\n".join(map(str, practice.loop_faults()))
    assert "two.yaml:3: problem: is not known here" in told and "day.yaml:3: rounds[1]: there is no loop 'two'" in told
    with pytest.raises(NotFound, match=r"no loop 'two'.*two\.yaml:3: problem"):
        practice.start_session("two")


def test_what_there_is_not(practice: Practice):
    with pytest.raises(NotFound, match="chain of rounds 5"):
        practice.chain(5)
