from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from judge.practice import Practice
from judge.records import ClockMode
from judge.report import Counterexample, Outcome, Verdict
from tests.judge.practice_kit import Now
from tests.web.kit import record, report

SLUG = "rolling-average"
OTHER_HOST = re.compile(r"""(?:https?:)?//(?!www\.w3\.org/2000/svg)[\w.-]+\.\w+""")


def submitted(practice: Practice, slug: str, verdict: Verdict, outcome: Outcome | None, mode: str = "submit") -> int:
    attempt = practice.open_attempt(slug) or practice.start_attempt(slug)
    submission = practice.submit(attempt.id, "def rolling_average(): '<script>'", mode=mode)
    record(practice, submission, report(slug, verdict, outcome, mode))
    return submission.id


def text(client: FlaskClient, path: str) -> str:
    answer = client.get(path, follow_redirects=True)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_list_shows_every_problem_with_its_status(client: FlaskClient, practice: Practice) -> None:
    submitted(practice, SLUG, Verdict.AC, Outcome.EXCEEDS)
    submitted(practice, "trapped-water", Verdict.AC, Outcome.WITHIN)
    page = text(client, "/")
    for problem in practice.bank.all():
        assert problem.spec.title in page
    rows = dict(re.findall(r'data-row data-status="([^"]+)".*?href="/problems/([^"]+)"', page, re.DOTALL))
    assert rows["right but too slow"] == SLUG
    assert rows["solved"] == "trapped-water"
    assert "amazon-ds/r7" in page


def test_what_is_open_can_be_resumed(client: FlaskClient, practice: Practice) -> None:
    assert "Under way" not in text(client, "/")
    practice.start_attempt(SLUG)
    session = practice.start_session("amazon-ds/r7")
    page = text(client, "/")
    assert f'href="/sessions/{session.id}"' in page
    # The session took the problem over: the attempt alone is not offered beside it.
    assert page.count("resume-card") == 1


def test_problem_page_before_the_start_offers_the_clock(client: FlaskClient) -> None:
    page = text(client, f"/problems/{SLUG}")
    assert "Start the clock" in page and "data-attempt" not in page
    assert "[nan, 1.5]" in page and "from math import nan" in page
    assert "why &lt;it&gt; is so" in page


def test_problem_page_of_a_running_attempt(client: FlaskClient, practice: Practice) -> None:
    attempt = practice.start_attempt(SLUG)
    practice.save_draft(attempt.id, "x = '</script><b>'")
    page = text(client, f"/problems/{SLUG}")
    assert f'data-attempt="{attempt.id}"' in page and "Start the clock" not in page
    # The draft lies in a data block that it cannot end.
    block = re.search(r"data-editor-state>(.*?)</script>", page, re.DOTALL)
    assert block and "</b>" not in block[1] and "\\u003c/script\\u003e" in block[1]


def test_page_of_a_submission_in_the_queue_follows_it(client: FlaskClient, practice: Practice) -> None:
    attempt = practice.start_attempt(SLUG)
    submission = practice.submit(attempt.id, "x")
    assert f'data-judging="{submission.id}"' in text(client, f"/problems/{SLUG}")
    record(practice, submission, report(SLUG))
    page = text(client, f"/problems/{SLUG}")
    assert "data-judging" not in page and 'data-accepted="true"' in page


@pytest.mark.parametrize(
    ("verdict", "outcome", "words"),
    [
        (Verdict.AC, Outcome.WITHIN, ("Accepted", "Within")),
        (Verdict.AC, Outcome.EXCEEDS, ("Right", "Exceeds")),
        (Verdict.AC, Outcome.INCONCLUSIVE, ("Accepted", "Inconclusive")),
        (Verdict.TLE, Outcome.EXCEEDS, ("Time limit", "Exceeds")),
        (Verdict.WA, None, ("Wrong answer", "Not measured")),
        (Verdict.RTE, None, ("Runtime error", "Not measured")),
    ],
)
def test_headline_answers_both_questions(
    client: FlaskClient, practice: Practice, verdict: Verdict, outcome: Outcome | None, words: tuple[str, str]
) -> None:
    number = submitted(practice, SLUG, verdict, outcome)
    piece = text(client, f"/submissions/{number}/report")
    assert tuple(re.findall(r"<strong>(.*?)</strong>", piece))[:2] == words
    assert f"A sentence about {verdict} on {SLUG}." in piece


def test_report_of_a_run_says_that_hidden_tests_were_not_run(client: FlaskClient, practice: Practice) -> None:
    number = submitted(practice, SLUG, Verdict.AC, None, mode="run")
    piece = text(client, f"/submissions/{number}/report")
    assert "All pass" in piece and "hidden tests not run" in piece


def test_what_a_submission_printed_is_text_not_markup(client: FlaskClient, practice: Practice) -> None:
    number = submitted(practice, SLUG, Verdict.WA, None)
    page = text(client, f"/submissions/{number}")
    assert "debug &lt;b&gt;1&lt;/b&gt;" in page and "<b>1</b>" not in page
    assert "&#39;&lt;script&gt;&#39;" in page


def test_the_wrong_part_of_an_answer_is_marked(client: FlaskClient, practice: Practice) -> None:
    piece = text(client, f"/submissions/{submitted(practice, SLUG, Verdict.WA, None)}/report")
    assert "<ins>1.08</ins>" in piece and "<del>1.07</del>" in piece


def test_growth_has_a_plot_and_the_same_figures_as_a_table(client: FlaskClient, practice: Practice) -> None:
    piece = text(client, f"/submissions/{submitted(practice, SLUG, Verdict.AC, Outcome.EXCEEDS)}/report")
    assert piece.count('<figure class="plot"><svg') == 2 and " style=" not in piece
    assert "time limit 2 s" in piece
    table = piece.split("The figures", 1)[1]
    assert "≥" in table  # the last size was stopped
    assert "required n" in table
    assert "<b>Line 5</b> <code>total = sum(xs[i - k + 1 : i + 1])</code>" in piece


def test_session_redirects_its_problems_and_ends_in_a_scorecard(
    client: FlaskClient, practice: Practice, now: Now
) -> None:
    session = practice.start_session("amazon-ds/r7")
    first = session.attempts[0].problem
    assert client.get(f"/problems/{first}").location == f"/sessions/{session.id}/problems/{first}"
    page = text(client, f"/sessions/{session.id}/problems/{first}")
    assert "data-next-problem" in page and "data-finish-session" in page
    submitted(practice, first, Verdict.AC, Outcome.WITHIN)
    now.pass_(minutes=5)
    practice.finish_session(session.id)
    assert client.get(f"/sessions/{session.id}").location == f"/sessions/{session.id}/scorecard"
    card = text(client, f"/sessions/{session.id}/scorecard")
    assert "<b>1</b> of 3" in card and "<b>5:00</b> of 1:00:00" in card
    assert re.search(rf'data-score="{first}" data-verdict="AC" data-growth-verdict="within"', card)
    assert card.count('data-verdict="" data-growth-verdict=""') == 2


def test_scorecard_file_needs_nothing_else(client: FlaskClient, practice: Practice) -> None:
    session = practice.start_session("amazon-ds/r7")
    submitted(practice, session.attempts[0].problem, Verdict.AC, Outcome.WITHIN)
    practice.finish_session(session.id)
    answer = client.get(f"/sessions/{session.id}/scorecard.html")
    assert "attachment" in answer.headers["Content-Disposition"]
    file = answer.text
    assert not re.search(r"<script|<link|\ssrc=|@import|url\(", file)
    assert not re.search(r'href="(?!#)', file)
    assert not OTHER_HOST.search(file)
    assert "--accent" in file and "<svg" in file and "&#39;&lt;script&gt;&#39;" in file


def test_history_lists_what_was_submitted(client: FlaskClient, practice: Practice) -> None:
    submitted(practice, SLUG, Verdict.TLE, Outcome.EXCEEDS)
    page = text(client, "/history")
    assert "Time limit" in page and "Exceeds" in page and "Rolling average" in page


def test_a_hard_clock_hides_what_was_before(client: FlaskClient, practice: Practice, now: Now) -> None:
    old = submitted(practice, SLUG, Verdict.AC, Outcome.WITHIN)
    practice.start_attempt(SLUG, ClockMode.HARD, 10)
    page = text(client, f"/problems/{SLUG}")
    assert f'data-open-submission="{old}"' not in page and "panel-editorial" not in page
    now.pass_(minutes=11)
    page = text(client, f"/problems/{SLUG}")
    assert f'data-open-submission="{old}"' in page and "panel-editorial" in page


@pytest.mark.parametrize("path", ["/nope", "/problems/rolling-avrage", "/submissions/99", "/sessions/99"])
def test_what_is_not_there_is_a_page_that_says_so(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 and "Not here" in answer.text
    if "avrage" in path:
        assert "did you mean rolling-average" in answer.text


def test_a_fault_is_a_page_without_a_traceback(
    client: FlaskClient, practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice, "history", lambda: 1 / 0)
    answer = client.get("/history")
    assert answer.status_code == 500 and "Landau failed" in answer.text and "ZeroDivision" not in answer.text


def test_theme_is_drawn_by_the_server(client: FlaskClient) -> None:
    assert "data-theme" not in text(client, "/").split("<head>")[0]
    client.set_cookie("theme", "dark")
    assert '<html lang="en" data-theme="dark">' in text(client, "/")
    client.set_cookie("theme", '"><script>')
    assert "<script>" not in text(client, "/")


def test_no_page_names_another_host(client: FlaskClient, practice: Practice) -> None:
    number = submitted(practice, SLUG, Verdict.AC, Outcome.WITHIN)
    pages = ["/", f"/problems/{SLUG}", "/problems/trapped-water", "/history", f"/submissions/{number}", "/nope"]
    for path in pages:
        assert not OTHER_HOST.findall(client.get(path).text), path


def test_every_problem_of_the_bank_has_a_page(client: FlaskClient, practice: Practice) -> None:
    for problem in practice.bank.all():
        page = text(client, f"/problems/{problem.slug}")
        assert "What is asked of the cost" in page


HOSTILE = "</code></pre></svg><script>alert(1)</script><img src=x onerror=alert(2)>\"'"


def test_what_a_submission_wrote_is_text_on_page_and_scorecard(client: FlaskClient, practice: Practice) -> None:
    session = practice.start_session("amazon-ds/r7")
    attempt = session.attempts[0]
    submission = practice.submit(attempt.id, HOSTILE + "\n" * 6, mode="submit")
    made = report(attempt.problem, Verdict.AC, Outcome.EXCEEDS, claim="n")
    said = {"line_text": HOSTILE, "cause": HOSTILE, "settle": HOSTILE, "measured": HOSTILE, "escalated": [HOSTILE]}
    said |= {
        "family": HOSTILE,
        "required": HOSTILE,
        "reason": f"{HOSTILE}; line 1, `{HOSTILE}`: 9 % {HOSTILE}",
        "line": 1,
    }
    families = [family.model_copy(update=said) for family in made.families]
    claims = [claim.model_copy(update={"told": HOSTILE, "measured": HOSTILE}) for claim in made.claims]
    host = made.host.model_copy(update={"note": HOSTILE})
    hostile = made.model_copy(update={"families": families, "claims": claims, "host": host, "sentence": HOSTILE})
    record(practice, submission, hostile)
    practice.finish_session(session.id)
    for path in (f"/submissions/{submission.id}", f"/sessions/{session.id}/scorecard"):
        page = text(client, path)
        assert "<script>alert" not in page and "<img" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_the_report_has_the_claim_side_by_side_the_line_marked_and_the_host(
    client: FlaskClient, practice: Practice
) -> None:
    attempt = practice.start_attempt(SLUG)
    submission = practice.submit(attempt.id, "a\nb\nc\nd\nslow()\ne\n", mode="submit")
    made = report(SLUG, Verdict.AC, Outcome.EXCEEDS, claim="n")
    host = made.host.model_copy(update={"busy_cores": 1.3, "cores": 2, "noise": 0.03})
    record(practice, submission, made.model_copy(update={"host": host}))
    page = text(client, f"/submissions/{submission.id}")
    row = page.split('data-claim="time"', 1)[1].split("</tr>", 1)[0]
    assert [*re.findall(r"<td>([^<]+)</td>", row)] == ["O(n)", "about n^2.00", "O(n)"]
    assert "does not hold" in row
    assert '<mark class="code-line" data-carries="5">slow()<' in page
    assert page.count("data-carries") == 1
    assert "other work kept 1.3 of 2 cores busy" in page and "differ by 3 %" in page


def test_a_report_where_nothing_grows_does_not_say_that_it_was_not_measured(
    client: FlaskClient, practice: Practice
) -> None:
    attempt = practice.start_attempt(SLUG)
    submission = practice.submit(attempt.id, "x", mode="submit")
    record(practice, submission, report(SLUG, outcome=None).model_copy(update={"growth_asked": False}))
    page = text(client, f"/submissions/{submission.id}")
    assert "Not asked" in page and "nothing grows in this task" in page
    assert "Not measured" not in page and "only what is right is measured" not in page


def test_an_inconclusive_report_says_what_would_settle_it_and_shows_the_counts(
    client: FlaskClient, practice: Practice
) -> None:
    attempt = practice.start_attempt(SLUG)
    submission = practice.submit(attempt.id, "x", mode="submit")
    made = report(SLUG, Verdict.AC, Outcome.INCONCLUSIVE)
    counted = {"settle": "larger inputs would", "counts": made.families[0].points, "method": "instructions"}
    doubt = made.families[0].model_copy(update=counted)
    record(practice, submission, made.model_copy(update={"families": [doubt]}))
    page = text(client, f"/submissions/{submission.id}")
    assert "Larger inputs would." in page
    assert page.count('<svg class="growth-plot"') == 2 and "The executed instructions" in page


def test_the_smallest_failing_input_is_code_to_paste_and_an_own_case(client: FlaskClient, practice: Practice) -> None:
    attempt = practice.start_attempt("rolling-average", mode=ClockMode.UNTIMED)
    submission = practice.submit(attempt.id, "x", mode="submit")
    found = Counterexample(
        verdict=Verdict.WA, message="<i>1</i>, expected 2", input='xs = ["<b>"]', code='xs = ["<b>"]\nprint(f(xs))',
        expected="[<u>2</u>]", answer="[<u>3</u>]", size=1, from_size=700, runs=12, note="<s>note</s>",
    )  # fmt: skip
    made = report("rolling-average", Verdict.WA, None)
    record(practice, submission, made.model_copy(update={"counterexample": found}))
    page = text(client, f"/submissions/{submission.id}")
    part = page.split("data-counterexample", 1)[1].split("</section>", 1)[0]
    assert "size 1, where the hidden case had 700; 12 runs" in part
    assert "xs = [&#34;&lt;b&gt;&#34;]\nprint(f(xs))</pre>" in part
    assert 'data-add-case="xs = [&#34;&lt;b&gt;&#34;]"' in part
    assert "<ins>2</ins>" in part and "<del>3</del>" in part
    assert not {"<b>", "<i>", "<s>", "<u>"} & set(re.findall("<[a-z]>", part))
    cut = found.model_copy(update={"cut": True, "code": "", "answer": None, "traceback": "Traceback <x>"})
    again = practice.submit(attempt.id, "y", mode="submit")
    record(practice, again, made.model_copy(update={"counterexample": cut}))
    part = text(client, f"/submissions/{again.id}").split("data-counterexample", 1)[1].split("</section>", 1)[0]
    assert "data-add-case" not in part and "Traceback &lt;x&gt;" in part and "Your answer" not in part
