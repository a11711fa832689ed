"""Drafts are kept apart by language, and what is submitted by itself is the last of them."""

from judge.practice import Practice
from judge.records import ClockMode
from tests.judge.practice_kit import Now


def test_drafts_are_kept_by_language(practice: Practice):
    attempt = practice.start_attempt("alpha")
    practice.save_draft(attempt.id, "in Python")
    practice.save_draft(attempt.id, "in C++", "cpp")
    practice.save_draft(attempt.id, "in Python again")
    assert practice.draft(attempt.id).source == "in Python again"
    assert practice.draft(attempt.id, "cpp").source == "in C++"
    assert practice.draft(attempt.id, "java") is None
    newest = {language: draft.source for language, draft in practice.drafts(attempt.id).items()}
    assert newest == {"python": "in Python again", "cpp": "in C++"}
    # Back in C++ with the same text: that is what would be submitted now.
    practice.save_draft(attempt.id, "in C++", "cpp")
    assert practice.draft(attempt.id).language == "cpp"


def test_at_a_hard_deadline_the_last_draft_is_submitted_in_its_language(practice: Practice, now: Now):
    attempt = practice.start_attempt("alpha", ClockMode.HARD, 10)
    practice.submit(attempt.id, "the same text", language="python")
    practice.save_draft(attempt.id, "the same text", "pypy")
    now.pass_(minutes=11)
    made = practice.submit_expired_drafts()
    assert [(one.source, one.language) for one in made] == [("the same text", "pypy")]
