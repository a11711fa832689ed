from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from judge.practice import Practice
from judge.report import Outcome, Verdict
from tests.judge.practice_kit import Now
from tests.web.kit import record, report

SLUG = "rolling-average"


def post(client: FlaskClient, path: str, status: int = 200, **body: Any) -> Any:
    answer = client.post(path, json=body)
    assert answer.status_code == status, answer.text
    return answer.json


@pytest.fixture
def attempt(client: FlaskClient) -> int:
    return int(post(client, f"/api/problems/{SLUG}/attempts", 201)["attempt"]["id"])


def test_starting_takes_the_problems_minutes(client: FlaskClient, practice: Practice) -> None:
    clock = post(client, f"/api/problems/{SLUG}/attempts", 201)["attempt"]["clock"]
    assert clock["mode"] == "countdown"
    assert clock["duration_s"] == clock["remaining_s"] == 60 * practice.bank.get(SLUG).spec.clock_minutes


def test_clock_is_the_servers(client: FlaskClient, attempt: int, now: Now) -> None:
    now.pass_(seconds=90)
    clock = client.get(f"/api/attempts/{attempt}").json["attempt"]["clock"]
    assert clock["elapsed_s"] == 90 and clock["now"] == now().isoformat()
    post(client, f"/api/attempts/{attempt}/pause")
    now.pass_(seconds=600)
    clock = post(client, f"/api/attempts/{attempt}/resume")["attempt"]["clock"]
    assert clock["elapsed_s"] == 90 and not clock["paused"]
    assert post(client, f"/api/attempts/{attempt}/finish")["attempt"]["clock"]["ended"]


def test_draft_is_kept(client: FlaskClient, attempt: int, practice: Practice) -> None:
    saved = post(client, f"/api/attempts/{attempt}/draft", source="x = 1")
    assert saved["other"] is None
    answer = client.get(f"/api/attempts/{attempt}").json
    assert answer["draft"] == {"source": "x = 1", "language": "python", "saved_at": saved["saved_at"]}


def test_a_beacon_saves_too(client: FlaskClient, attempt: int) -> None:
    answer = client.post(f"/api/attempts/{attempt}/draft", data='{"source": "late"}', content_type="text/plain")
    assert answer.status_code == 200
    assert client.get(f"/api/attempts/{attempt}").json["draft"]["source"] == "late"


def test_two_windows_are_told_of_each_other(client: FlaskClient, attempt: int, now: Now) -> None:
    first = post(client, f"/api/attempts/{attempt}/draft", source="one")
    now.pass_(seconds=1)
    second = post(client, f"/api/attempts/{attempt}/draft", source="two", base=first["saved_at"])
    assert second["other"] is None
    now.pass_(seconds=1)
    crossed = post(client, f"/api/attempts/{attempt}/draft", source="three", base=first["saved_at"])
    assert crossed["other"]["source"] == "two"
    drafts = client.get(f"/api/attempts/{attempt}/drafts").json["drafts"]
    assert [draft["source"] for draft in drafts] == ["one", "two", "three"]


def test_submission_is_queued_and_its_report_comes_back(client: FlaskClient, attempt: int, practice: Practice) -> None:
    made = post(client, f"/api/attempts/{attempt}/submissions", 201, source="x", claim="O(n), O(1)")["submission"]
    assert made["state"] == "queued" and made["claim"] == "O(n), O(1)"
    record(practice, practice.submission(made["id"]), report(SLUG, Verdict.AC, Outcome.EXCEEDS))
    judged = client.get(f"/api/submissions/{made['id']}").json["submission"]
    assert (judged["verdict"], judged["growth"], judged["accepted"]) == ("AC", "exceeds", False)
    assert judged["report"]["families"][0]["measured"] == "about n^2.00"
    assert judged["source"] == "x"


@pytest.mark.parametrize(
    ("body", "where", "word"),
    [
        ({"source": "x", "claim": "O(n ? n)"}, "claim", "?"),
        (
            {"source": "x", "mode": "run", "own_cases": ["xs = [1.0]\nk = 1\npartial = 'none'", "xs = ["]},
            "own_cases.1",
            "Case 2",
        ),
        ({"source": "x", "mode": "judge"}, "mode", "run"),
        ({}, "source", "required"),
        ({"source": "x", "sauce": 1}, "sauce", "not permitted"),
        ({"source": "x" * (256 * 1024 + 1)}, "source", "at most"),
    ],
)
def test_bad_bodies_are_answered_with_the_place(
    client: FlaskClient, attempt: int, body: dict[str, Any], where: str, word: str
) -> None:
    error = post(client, f"/api/attempts/{attempt}/submissions", 400, **body)["error"]
    assert error["where"] == where and word in error["message"]


def test_no_json_is_an_error_in_json(client: FlaskClient, attempt: int) -> None:
    answer = client.post(f"/api/attempts/{attempt}/draft", data="no json")
    assert answer.status_code == 400 and "JSON" in answer.json["error"]["message"]


def test_a_body_has_a_limit(client: FlaskClient, attempt: int) -> None:
    answer = client.post(f"/api/attempts/{attempt}/draft", data=b"x" * (1 << 20 + 1))
    assert answer.status_code == 413 and answer.json["error"]["message"]


@pytest.mark.parametrize("path", ["/api/attempts/77", "/api/submissions/77", "/api/sessions/77", "/api/nothing"])
def test_what_is_not_there(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 and answer.json["error"]["message"]


def test_a_finished_attempt_takes_no_submission(client: FlaskClient, attempt: int) -> None:
    post(client, f"/api/attempts/{attempt}/finish")
    error = post(client, f"/api/attempts/{attempt}/submissions", 409, source="x")["error"]
    assert "finished" in error["message"]


def test_hints_come_one_by_one(client: FlaskClient, attempt: int, practice: Practice) -> None:
    total = len(practice.bank.get(SLUG).hints)
    for shown in range(1, total + 2):
        answer = post(client, f"/api/attempts/{attempt}/hints")
        assert len(answer["hints"]) == min(shown, total) and answer["total"] == total


def test_editorial_waits_for_a_solution_or_for_giving_up(client: FlaskClient, attempt: int, practice: Practice) -> None:
    path = f"/api/attempts/{attempt}/editorial"
    post(client, path, 403)
    assert "<p>" in post(client, path, give_up=True)["html"]
    record(practice, practice.submit(attempt, "x"), report(SLUG))
    assert "<p>" in post(client, path)["html"]


def test_editorial_stays_shut_under_a_hard_clock(client: FlaskClient, now: Now) -> None:
    body = {"mode": "hard", "minutes": 5}
    attempt = post(client, f"/api/problems/{SLUG}/attempts", 201, **body)["attempt"]["id"]
    post(client, f"/api/attempts/{attempt}/editorial", 403, give_up=True)
    now.pass_(minutes=6)
    post(client, f"/api/attempts/{attempt}/editorial", give_up=True)


def test_a_hard_clock_cannot_be_paused(client: FlaskClient) -> None:
    attempt = post(client, f"/api/problems/{SLUG}/attempts", 201, mode="hard")["attempt"]["id"]
    assert "pause" in post(client, f"/api/attempts/{attempt}/pause", 409)["error"]["message"]


def test_session_from_start_to_scorecard(client: FlaskClient, practice: Practice, now: Now) -> None:
    session = post(client, "/api/sessions", 201, loop="amazon-ds/r7")["session"]
    assert len(session["attempts"]) == len(session["minutes"]) == 3
    post(client, "/api/sessions", 409, loop="amazon-ds/r7")
    first = session["attempts"][0]
    now.pass_(minutes=3)
    made = post(client, f"/api/attempts/{first['id']}/submissions", 201, source="x", claim="O(n)")["submission"]
    record(practice, practice.submission(made["id"]), report(first["problem"], claim="O(n)"))
    now.pass_(minutes=1)
    assert post(client, f"/api/sessions/{session['id']}/finish")["session"]["clock"]["ended"]
    card = client.get(f"/api/sessions/{session['id']}/scorecard").json["scorecard"]
    assert (card["accepted"], card["total"], card["used_s"]) == (1, 3, 240)
    row = card["rows"][0]
    assert row["first_accepted_s"] == 180 and row["time"]["claimed"] == "n" and row["best_submission_id"] == made["id"]
    assert card["rows"][1]["verdict"] is None


def test_unknown_loop_names_the_known_ones(client: FlaskClient) -> None:
    assert "amazon-ds/r7" in post(client, "/api/sessions", 404, loop="nope")["error"]["message"]


def test_problem_list(client: FlaskClient) -> None:
    listed = client.get("/api/problems").json["problems"]
    found = next(problem for problem in listed if problem["slug"] == SLUG)
    assert found["status"] == "todo" and found["minutes"] > 0 and found["tags"]
