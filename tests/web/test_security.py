from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from judge.practice import Practice
from web import create_app
from web.security import host_allowed

STATIC = Path(__file__).resolve().parents[2] / "web" / "static"
START = "/api/problems/rolling-average/attempts"


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost:8000", True),
        ("127.0.0.1:8000", True),
        ("127.8.8.8", True),
        ("[::1]:8000", True),
        ("LOCALHOST", True),
        ("evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example:8000", False),
        ("192.168.1.4:8000", False),
        ("user@localhost", True),
        ("[::1", False),
        ("", False),
    ],
)
def test_host_must_be_this_computer(host: str, expected: bool) -> None:
    assert host_allowed(host, ()) is expected


def test_a_page_of_another_name_is_refused(client: FlaskClient) -> None:
    assert client.get("/", headers={"Host": "rebound.example"}).status_code == 421
    assert client.get("/", headers={"Host": "localhost:8000"}).status_code == 200


def test_a_name_can_be_allowed(practice: Practice) -> None:
    app = create_app(practice, practice.bank, ["judge.lan"])
    assert app.test_client().get("/", headers={"Host": "judge.lan:8000"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"},
    ],
)
def test_another_sites_page_can_change_nothing(
    client: FlaskClient, practice: Practice, headers: dict[str, str]
) -> None:
    answer = client.post(START, json={}, headers=headers)
    assert answer.status_code == 403 and "another site" in answer.json["error"]["message"]
    assert practice.open_attempt("rolling-average") is None


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}])
def test_our_own_page_and_programs_can(client: FlaskClient, headers: dict[str, str]) -> None:
    assert client.post(START, json={}, headers=headers).status_code == 201


def test_every_answer_has_the_headers(client: FlaskClient) -> None:
    for path in ("/", "/nope", "/api/now", "/static/css/base.css"):
        answer = client.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy and "script-src 'self';" in policy and "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_the_nonce_is_new_each_time_and_the_pages_own(client: FlaskClient) -> None:
    seen = set()
    for _ in range(2):
        answer = client.get("/")
        nonce = re.search(r'name="style-nonce" content="([^"]+)"', answer.text)
        assert nonce and f"'nonce-{nonce[1]}'" in answer.headers["Content-Security-Policy"]
        seen.add(nonce[1])
    assert len(seen) == 2


def test_pages_obey_their_own_policy(client: FlaskClient, practice: Practice) -> None:
    """No inline script, no inline style, no handler in an attribute: the browser would refuse them."""
    practice.start_attempt("rolling-average")
    for path in ("/", "/problems/rolling-average", "/history", "/nope"):
        page = client.get(path).text
        for opening in re.findall(r"<script[^>]*>", page):
            assert " src=" in opening or 'type="application/json"' in opening
        assert not re.search(r"<[^>]+\s(style|on\w+)=", page), path
        assert "<style" not in page


def test_our_modules_name_no_other_host() -> None:
    for path in [*STATIC.glob("js/*.js"), *STATIC.glob("css/*.css")]:
        assert not re.search(r"https?://|@import|//[\w-]+\.\w+/", path.read_text()), path.name


def test_built_files_may_be_kept_for_ever_and_others_are_asked_for(app: Flask, client: FlaskClient) -> None:
    name = next(STATIC.glob("dist/editor-*.js")).name
    assert "immutable" in client.get(f"/static/dist/{name}").headers["Cache-Control"]
    assert client.get("/static/js/problem.js").headers["Cache-Control"] == "no-cache"
