from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from judge.practice import Practice
from judge.records import Submission
from judge.report import Stage, Verdict
from tests.web.kit import events, record, report
from web import stream

SLUG = "rolling-average"


@pytest.fixture
def submission(practice: Practice) -> Submission:
    return practice.submit(practice.start_attempt(SLUG).id, "x")


def messages(body: str) -> list[dict[str, Any]]:
    """What an EventSource would make of the body."""
    found = []
    for block in body.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":") and ": " in line)
        if "data" in fields:
            data = json.loads(fields["data"])
            assert fields["event"] == "judging" and fields["id"] == str(data["id"])
            found.append(data)
    return found


def test_stream_tells_everything_in_order_and_ends(
    client: FlaskClient, practice: Practice, submission: Submission
) -> None:
    made = report(SLUG, Verdict.WA, None)
    record(practice, submission, made)
    answer = client.get(f"/api/submissions/{submission.id}/stream")
    assert answer.mimetype == "text/event-stream"
    assert answer.headers["X-Accel-Buffering"] == "no" and answer.headers["Cache-Control"] == "no-store"
    told = messages(answer.text)
    assert [each["type"] for each in told] == [event.type for event in events(made)]
    assert told[-1]["event"]["report"]["verdict"] == "WA" and "Wrong answer" in told[-1]["html"]
    assert all(each["html"] for each in told if each["type"] == "case")


def test_stream_goes_on_after_the_last_id(client: FlaskClient, practice: Practice, submission: Submission) -> None:
    record(practice, submission, report(SLUG))
    path = f"/api/submissions/{submission.id}/stream"
    all_of_it = messages(client.get(path).text)
    third = all_of_it[2]["id"]
    assert messages(client.get(path, headers={"Last-Event-ID": str(third)}).text) == all_of_it[3:]


def test_polling_tells_the_same(client: FlaskClient, practice: Practice, submission: Submission) -> None:
    record(practice, submission, [Stage(text="building")])
    path = f"/api/submissions/{submission.id}/events"
    first = client.get(path).json
    assert first["state"] == "judging" and [each["type"] for each in first["events"]] == ["stage"]
    after = first["events"][-1]["id"]
    assert client.get(f"{path}?after={after}").json["events"] == []
    for event in events(report(SLUG)):
        practice.record(submission.id, event)
    rest = client.get(f"{path}?after={after}").json
    assert rest["state"] == "done" and rest["events"] == messages(
        client.get(f"/api/submissions/{submission.id}/stream?after={after}").text
    )


def test_silence_is_broken_by_a_heartbeat(
    app: Flask, practice: Practice, submission: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "HEARTBEAT_S", 0.0)
    body = stream._follow(app, practice, submission.id, 0)
    assert next(body).startswith("retry:")
    assert next(body) == ": still here\n\n"


def test_streams_are_bounded_and_their_places_come_back(
    client: FlaskClient, practice: Practice, submission: Submission
) -> None:
    path = f"/api/submissions/{submission.id}/stream"
    opened = [client.get(path, buffered=False) for _ in range(stream.MAX_STREAMS)]
    refused = client.get(path)
    assert refused.status_code == 503 and "/events" in refused.json["error"]["message"]
    for each in opened:
        each.close()
    record(practice, submission, report(SLUG))
    assert messages(client.get(path).text)[-1]["type"] == "decided"


@pytest.mark.parametrize("after", ["x", "1.5", ""])
def test_a_bad_event_number_is_said(client: FlaskClient, submission: Submission, after: str) -> None:
    error = client.get(f"/api/submissions/{submission.id}/events?after={after}").json["error"]
    assert error["where"] == "after"
