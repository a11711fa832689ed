"""A submission's events as they happen: server-sent events, and the same by asking again and again.

The stream reads the event table, so it does not matter which process judges, and a page that lost its connection goes
on from the last id that it saw.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Flask, Response, current_app, jsonify, request

from judge.practice import Practice
from judge.report import Decided
from web.door import practice
from web.errors import BadRequest
from web.live import payload

POLL_S = 0.1
HEARTBEAT_S = 15.0
# A stream holds a thread of the server; a page that gets none asks again and again instead.
MAX_STREAMS = 32

stream = Blueprint("stream", __name__, url_prefix="/api/submissions")
_places = threading.BoundedSemaphore(MAX_STREAMS)


@stream.get("/<int:submission_id>/events")
def events(submission_id: int) -> Response:
    """``{"events": [...], "state"}``: what happened after the event `after`."""
    submission = practice().submission(submission_id)
    found = practice().events(submission_id, _whole(request.args.get("after", "0")))
    return jsonify(events=[payload(number, event) for number, event in found], state=submission.state.value)


@stream.get("/<int:submission_id>/stream")
def live(submission_id: int) -> Response:
    submission = practice().submission(submission_id)
    after = _whole(request.headers.get("Last-Event-ID") or request.args.get("after", "0"))
    if not _places.acquire(blocking=False):
        raise BadRequest("Too many streams are open; ask for /events instead.", status=503)
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    response = Response(_follow(app, practice(), submission.id, after), mimetype="text/event-stream")
    response.call_on_close(_places.release)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _follow(app: Flask, store: Practice, submission_id: int, after: int) -> Iterator[str]:
    yield "retry: 1000\n\n"
    quiet_since = time.monotonic()
    while True:
        for number, event in store.events(submission_id, after):
            after = number
            quiet_since = time.monotonic()
            with app.app_context():
                told = message(number, payload(number, event))
            yield told
            if isinstance(event, Decided):
                return
        if time.monotonic() - quiet_since >= HEARTBEAT_S:
            quiet_since = time.monotonic()
            yield ": still here\n\n"
        time.sleep(POLL_S)


def message(number: int, data: dict[str, Any]) -> str:
    return f"id: {number}\nevent: judging\ndata: {current_app.json.dumps(data)}\n\n"


def _whole(text: str) -> int:
    try:
        return max(0, int(text))
    except ValueError:
        raise BadRequest(f"{text[:40]!r} is not the number of an event", "after") from None
