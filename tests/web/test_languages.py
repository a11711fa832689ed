"""Languages on the page and in the API: offered where they can do it, greyed where they are not installed."""

from __future__ import annotations

import json
import re

import pytest
from flask.testing import FlaskClient

from judge.languages import host
from judge.practice import Practice
from judge.problem.spoken import languages_of
from sandbox.api import SandboxError
from sandbox.toolchains import Found, find
from tests.judge.practice_kit import Now

SLUG = "rolling-average"


@pytest.fixture
def without_gcc(monkeypatch: pytest.MonkeyPatch) -> None:
    def lookup(name: str) -> Found:
        if name == "gcc":
            raise SandboxError("g++ is not installed: apt install g++")
        return find(name)

    monkeypatch.setattr(host, "find", lookup)


def page_of(client: FlaskClient) -> str:
    return client.get(f"/problems/{SLUG}").text


def state_of(page: str) -> dict[str, dict[str, dict[str, str]]]:
    block = re.search(r"data-editor-state>(.*?)</script>", page, re.DOTALL)
    assert block
    return json.loads(block[1])


def test_only_languages_that_can_do_it_are_offered(client: FlaskClient, practice: Practice) -> None:
    interface = practice.bank.get(SLUG).spec.interface
    found = state_of(page_of(client))["languages"]
    assert set(found) == {language.name for language in languages_of(interface)}
    assert "python" in found and "rust" not in found
    assert "def rolling_average(" in found["python"]["starter"]
    assert all(each["starter"] and each["mode"] for each in found.values())


def test_a_language_that_is_not_installed_is_greyed_and_says_how_to_get_it(
    client: FlaskClient, without_gcc: None
) -> None:
    page = page_of(client)
    option = re.search(r'<option value="cpp"([^>]*)>([^<]*)<', page)
    assert option and "disabled" in option[1] and "(not installed)" in option[2]
    assert "apt install g++" in page
    python = re.search(r'<option value="python"([^>]*)>', page)
    assert python and "disabled" not in python[1]
    said = {one["name"]: one for one in client.get(f"/api/problems/{SLUG}/languages").json["languages"]}
    assert (said["cpp"]["available"], said["python"]["available"]) == (False, True)
    assert said["python"]["version"].startswith("3.")


def test_each_language_has_its_own_draft(client: FlaskClient, practice: Practice, now: Now) -> None:
    attempt = practice.start_attempt(SLUG).id
    for language, source in (("python", "x = 1"), ("cpp", "int x;"), ("python", "x = 2")):
        body = {"source": source, "language": language}
        answer = client.post(f"/api/attempts/{attempt}/draft", json=body).json
        assert answer["other"] is None or language == "python"
        now.pass_(seconds=1)
    state = state_of(page_of(client))
    assert state["language"] == "python"
    assert state["languages"]["cpp"]["draft"]["source"] == "int x;"
    drafts = client.get(f"/api/attempts/{attempt}").json["drafts"]
    assert {name: draft["source"] for name, draft in drafts.items()} == {"python": "x = 2", "cpp": "int x;"}


@pytest.mark.parametrize(
    ("language", "words"),
    [("rust", "this one calls the function rolling_average"), ("cpp", "apt install g++"), ("cobol", "known: python")],
)
def test_what_cannot_be_used_is_refused(
    client: FlaskClient, practice: Practice, without_gcc: None, language: str, words: str
) -> None:
    attempt = practice.start_attempt(SLUG).id
    answer = client.post(f"/api/attempts/{attempt}/submissions", json={"source": "x", "language": language})
    assert answer.status_code == 400
    assert answer.json["error"]["where"] == "language"
    assert words in answer.json["error"]["message"]
    assert practice.submissions() == []


def test_a_submission_is_queued_in_its_language(client: FlaskClient, practice: Practice) -> None:
    attempt = practice.start_attempt(SLUG).id
    answer = client.post(f"/api/attempts/{attempt}/submissions", json={"source": "x", "language": "Python"})
    assert answer.json["submission"]["language"] == "python"
