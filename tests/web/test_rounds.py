"""Cards and chains of rounds on the page and in the API, with the server's clock moved by hand."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from judge.practice import Practice
from tests.judge.loops_kit import use_loops
from tests.judge.practice_kit import Now


@pytest.fixture(autouse=True)
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_loops(tmp_path, monkeypatch)


def post(client: FlaskClient, path: str, status: int = 200, **body: object) -> Any:
    answer = client.post(path, json=body)
    assert answer.status_code == status, answer.text
    return answer.json


def text(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.text


def start(client: FlaskClient, loop: str, **more: object) -> Any:
    return post(client, "/api/sessions", 201, loop=loop, **more)["session"]


def timer(client: FlaskClient, path: str) -> Any:
    """What the page of a card tells its script."""
    state = re.search(r'data-talk="([^"]*)"', text(client, path))
    assert state is not None
    return json.loads(unescape(state[1]))


def test_a_loop_that_cannot_be_started_says_why_and_the_others_can(client: FlaskClient) -> None:
    page = text(client, "/")
    assert re.search(r"Cannot be started: <code>not-there-yet</code> \(not in the bank\)", page)
    assert re.search(r'data-start-session="lacking" disabled', page)
    assert re.search(r'data-start-session="one">', page)
    assert "broken.yaml:3: problem: is not known here" in page
    said = post(client, "/api/sessions", 404, loop="lacking")["error"]["message"]
    assert said == "The loop lacking cannot be started: not-there-yet (not in the bank)."


def test_a_break_shows_a_clock_and_no_problem(client: FlaskClient, now: Now) -> None:
    session = start(client, "day")
    page = f"/sessions/{session['id']}/problems/rolling-average"
    assert 'data-after="/chains/1"' in text(client, page)
    assert "round 1 of 3" in text(client, f"/sessions/{session['id']}")
    now.pass_(minutes=20)
    post(client, f"/api/sessions/{session['id']}/finish")
    now.pass_(minutes=4)
    for path in (page, "/problems/rolling-average", "/problems/running-median"):
        assert client.get(path).location == "/chains/1", path
    chain = client.get("/api/chains/1").json["chain"]
    assert (chain["running"], chain["break"]["before"], chain["break"]["remaining_s"]) == (None, 2, 360)
    shown = text(client, "/chains/1")
    assert "Begin round 2" in shown and "running-median" not in shown
    state = re.search(r'data-state="([^"]*)"', shown)
    assert state is not None and json.loads(unescape(state[1]))["remaining_s"] == 360
    post(client, "/api/problems/running-median/attempts", 409)
    assert "Break" in text(client, "/")


def test_in_practice_the_person_begins_the_next_round(client: FlaskClient) -> None:
    first = start(client, "day")
    post(client, f"/api/sessions/{first['id']}/finish")
    second = post(client, "/api/chains/1/begin")["session"]
    assert [attempt["problem"] for attempt in second["attempts"]] == ["running-median"]
    assert client.get(f"/sessions/{second['id']}/problems/running-median").status_code == 200
    assert "Runs: go on" in text(client, "/chains/1")
    assert post(client, "/api/chains/1/finish")["chain"]["over"]
    page = text(client, "/chains/1")
    assert "of 2" in page and "Not begun" in page and "End all" not in page
    assert "A day" in text(client, "/history")
    post(client, "/api/chains/1/begin", 409)


def test_as_an_interview_the_next_round_begins_by_itself(client: FlaskClient, now: Now) -> None:
    start(client, "day", hard=True)
    now.pass_(minutes=31)
    assert "begins by itself" in text(client, "/chains/1")
    post(client, "/api/chains/1/begin", 409)
    now.pass_(minutes=9)
    assert client.get("/api/chains/1").json["chain"]["running"] == 2
    assert client.get("/sessions/2/problems/running-median").status_code == 200


def test_a_timer_goes_on_over_a_reload(client: FlaskClient, now: Now) -> None:
    start(client, "talk")
    assert "Cannot" not in text(client, "/sessions/1")
    started = post(client, "/api/sessions/1/cards/1/start")
    assert started["talk"]["takes"][0]["elapsed_s"] == 0
    now.pass_(seconds=25)
    (take,) = timer(client, "/sessions/1/cards/1")["takes"]
    assert (take["elapsed_s"], take["ended_at"]) == (25, None)
    now.pass_(seconds=40)
    stopped = post(client, "/api/sessions/1/cards/1/stop")
    assert "1:05" in stopped["takes"] and "5 s over" in stopped["takes"]
    now.pass_(minutes=2)
    (take,) = timer(client, "/sessions/1/cards/1")["takes"]
    assert take["elapsed_s"] == 65 and take["ended_at"] is not None
    assert "What &lt;b&gt;did&lt;/b&gt; you do?" in text(client, "/sessions/1/cards/1")


def test_a_pause_of_the_session_holds_the_timer(client: FlaskClient, now: Now) -> None:
    start(client, "talk")
    post(client, "/api/sessions/1/cards/2/start")
    now.pass_(seconds=10)
    assert post(client, "/api/sessions/1/pause")["session"]["clock"]["paused"]
    now.pass_(seconds=99)
    assert not post(client, "/api/sessions/1/resume")["session"]["clock"]["paused"]
    assert timer(client, "/sessions/1/cards/2")["takes"][0]["elapsed_s"] == 10


def test_notes_are_kept_and_a_text_that_crossed_is_given_back(client: FlaskClient, now: Now) -> None:
    start(client, "talk")
    path = "/api/sessions/1/cards/1/note"
    first = post(client, path, source="mine <i>", base=None)
    assert first["other"] is None
    now.pass_(seconds=5)
    crossed = post(client, path, source="from another window", base=None)
    assert crossed["other"]["source"] == "mine <i>"
    now.pass_(seconds=5)
    assert post(client, path, source="both", base=crossed["saved_at"])["other"] is None
    revisions = [note["source"] for note in client.get("/api/sessions/1/cards/1/notes").json["notes"]]
    assert revisions == ["mine <i>", "from another window", "both"]
    assert timer(client, "/sessions/1/cards/1")["note"]["source"] == "both"
    post(client, "/api/sessions/1/finish")
    post(client, path, source="after the end <i>", base=None)
    post(client, "/api/sessions/1/cards/1/start", 410)
    assert "after the end &lt;i&gt;" in text(client, "/sessions/1/scorecard")
    assert client.get("/sessions/1").location == "/sessions/1/scorecard"


def test_the_scorecard_of_cards_says_that_nothing_is_judged(client: FlaskClient, now: Now) -> None:
    start(client, "talk")
    post(client, "/api/sessions/1/cards/2/start")
    now.pass_(seconds=30)
    post(client, "/api/sessions/1/finish")
    for path in ("/sessions/1/scorecard", "/sessions/1/scorecard.html"):
        card = text(client, path)
        assert "Nothing here is judged" in card and "ended in Before" in card and "Accepted" not in card
    said = client.get("/api/sessions/1/scorecard").json["scorecard"]
    assert said["rows"] == [] and said["session"]["talks"][1]["takes"][0]["elapsed_s"] == 30
    assert "1 of 2 cards told, not judged" in text(client, "/history")


@pytest.mark.parametrize("path", ["/sessions/1/cards/3", "/sessions/1/cards/0", "/sessions/9/cards/1", "/chains/7"])
def test_what_is_not_there(client: FlaskClient, path: str) -> None:
    start(client, "talk")
    assert client.get(path).status_code == 404
    assert client.get(f"/api{path}").status_code == 404


def test_a_note_that_is_too_long_is_refused_in_words(client: FlaskClient, practice: Practice) -> None:
    start(client, "talk")
    error = post(client, "/api/sessions/1/cards/1/note", 400, source="x" * 300_000)["error"]
    assert error["where"] == "source"
    assert practice.note_history(1, 1) == []
