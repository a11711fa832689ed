import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.report import Built, CaseFinished, Tier, Verdict
from judge.words import harmless


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, é, 日本, 👩‍💻\n\ttabbed\r\n", "plain, é, 日本, 👩‍💻\n\ttabbed\r\n"),
        ("\x1b[2J\x1b]52;c;aGk=\x07", "\\x1b[2J\\x1b]52;c;aGk=\\x07"),
        ("WA\rAC", "WA\\rAC"),
        ("\x9b1A", "\\x9b1A"),
        ("a\u202ebc\u2066", "a\\u202ebc\\u2066"),
        ("\0\ud800", "\\x00\\ud800"),
    ],
)
def test_what_steers_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(st.text(st.characters(codec=None)))
def test_what_is_harmless_stays_so(text: str) -> None:
    once = harmless(text)
    assert harmless(once) == once
    once.encode()
    assert "\x1b" not in once


def test_no_event_carries_it() -> None:
    bad = "\x1b[1A\ud800"
    case = CaseFinished(
        index=0, total=1, tier=Tier.SAMPLE, name="x", verdict=Verdict.RTE, message=bad, input=bad, expected=bad,
        answer=bad, stdout=bad, traceback=bad,
    )  # fmt: skip
    texts = (case.message, case.input, case.expected, case.answer, case.stdout, case.traceback)
    assert set(texts) == {"\\x1b[1A\\ud800"}
    assert CaseFinished.model_validate_json(case.model_dump_json()) == case
    assert Built(ok=False, language="c", message=bad).message == "\\x1b[1A\\ud800"
