"""Cards: their timers run on the session's clock, and what was noted stays."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from judge.home import Home
from judge.practice import Conflict, NotFound, Practice, PracticeError, TimeUp
from judge.records import Session, Take
from tests.judge.practice_kit import NOON, FakeBank, Now

CARDS = """\
title: Talk
minutes: 30
parts:
  - {name: Before, least: 20, most: 40}
  - {name: After, least: 40, most: 80}
cards:
  - {principle: One, prompt: What?, seconds: 60, follow_ups: [Since when?]}
  - {principle: Two, prompt: Why?, seconds: 120}
"""


@pytest.fixture(autouse=True)
def loops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "loops"
    folder.mkdir()
    (folder / "talk.yaml").write_text(CARDS)
    (folder / "plain.yaml").write_text("title: P\nminutes: 9\nproblems: [{slug: alpha, minutes: 9}]\n")
    monkeypatch.setenv("LANDAU_PROBLEMS", str(tmp_path / "problems"))


@pytest.fixture
def session(practice: Practice) -> Session:
    return practice.start_session("talk")


def takes(practice: Practice, session: Session, card: int = 1) -> tuple[Take, ...]:
    return practice.talk(session.id, card).takes


def test_a_session_of_cards_has_no_attempts(practice: Practice, session: Session):
    assert session.attempts == () and practice.open_session() == session
    assert [(talk.card.principle, [span.end_s for span in talk.spans]) for talk in session.talks] == [
        ("One", [20, 60]),
        ("Two", [40, 120]),
    ]
    assert session.talks[0].card.follow_ups == ("Since when?",)


def test_a_take_is_timed_by_the_server(practice: Practice, session: Session, now: Now):
    practice.start_take(session.id, 1)
    now.pass_(seconds=42)
    (take,) = takes(practice, session)
    assert (take.ended_at, take.elapsed) == (None, timedelta(seconds=42))
    assert practice.talk(session.id, 1).running == take
    now.pass_(seconds=10)
    practice.stop_take(session.id)
    now.pass_(minutes=5)
    practice.stop_take(session.id)
    (take,) = takes(practice, session)
    assert (take.elapsed, take.ended_at) == (timedelta(seconds=52), NOON + timedelta(seconds=52))


def test_a_take_survives_a_restart(home: Home, now: Now):
    first = Practice(home, FakeBank(), now)
    session = first.start_session("talk")
    first.start_take(session.id, 2)
    first.close()
    now.pass_(seconds=30)
    second = Practice(home, FakeBank(), now)
    assert [take.elapsed for take in takes(second, session, 2)] == [timedelta(seconds=30)]
    second.close()


def test_another_take_ends_the_one_before(practice: Practice, session: Session, now: Now):
    for card in (1, 1, 2):
        practice.start_take(session.id, card)
        now.pass_(seconds=20)
    assert [take.elapsed.seconds for take in takes(practice, session)] == [20, 20]
    assert practice.talk(session.id, 1).running is None and practice.talk(session.id, 2).running is not None


def test_a_pause_of_the_session_stops_the_timer(practice: Practice, session: Session, now: Now):
    practice.start_take(session.id, 1)
    now.pass_(seconds=10)
    practice.pause_session(session.id)
    now.pass_(minutes=3)
    with pytest.raises(Conflict, match="paused"):
        practice.start_take(session.id, 2)
    practice.resume_session(session.id)
    now.pass_(seconds=5)
    assert takes(practice, session)[0].elapsed == timedelta(seconds=15)


@pytest.mark.parametrize("hard", [False, True])
def test_the_end_of_the_session_ends_the_take(practice: Practice, now: Now, hard: bool):
    session = practice.start_session("talk", hard=hard)
    now.pass_(minutes=29)
    practice.start_take(session.id, 1)
    now.pass_(minutes=1)
    if not hard:
        practice.finish_session(session.id)
    now.pass_(hours=1)
    practice.sessions()
    (take,) = practice.session(session.id).talks[0].takes
    assert (take.elapsed, take.ended_at) == (timedelta(minutes=1), NOON + timedelta(minutes=30))
    with pytest.raises(TimeUp, match="over"):
        practice.start_take(session.id, 1)


def test_notes_are_kept_with_all_their_revisions(practice: Practice, session: Session, now: Now):
    for text in ("a", "a", "ab\ud800\0", ""):
        now.pass_(seconds=1)
        practice.save_note(session.id, 1, text)
    assert [note.text for note in practice.note_history(session.id, 1)] == ["a", "ab\ud800\0", ""]
    note = practice.talk(session.id, 1).note
    assert note is not None and (note.text, note.saved_at) == ("", now())
    assert practice.talk(session.id, 2).note is None


def test_notes_are_kept_after_the_session_too(practice: Practice, session: Session):
    practice.finish_session(session.id)
    practice.save_note(session.id, 2, "late")
    note = practice.talk(session.id, 2).note
    assert note is not None and note.text == "late"
    with pytest.raises(PracticeError, match="262,144"):
        practice.save_note(session.id, 2, "x" * 300_000)


def test_cards_that_are_not_there(practice: Practice, session: Session):
    with pytest.raises(NotFound, match="no card 3; it has 1 to 2"):
        practice.start_take(session.id, 3)
    practice.finish_session(session.id)
    with pytest.raises(PracticeError, match="has problems, no cards"):
        practice.start_take(practice.start_session("plain").id, 1)


def test_the_scorecard_judges_nothing_and_says_so(practice: Practice, session: Session, now: Now):
    practice.start_take(session.id, 1)
    now.pass_(seconds=70)
    practice.save_note(session.id, 1, "shorter")
    practice.finish_session(session.id)
    card = practice.scorecard(session.id)
    assert card.rows == () and (card.accepted, card.total) == (0, 0)
    assert card.session.talks[0].takes[0].elapsed == timedelta(seconds=70)
    assert card.notes[0] == "Nothing here is judged: the times are the timer's, the notes are yours."
