"""An SQL problem's page: its dialects alone, its own first; tables as tables."""

from __future__ import annotations

import json
import re

import pytest
from flask.testing import FlaskClient

from judge.practice import Practice
from judge.problem.samples import SampleText

SLUG = "sql-monthly-retention"
INPUT = """\
activity(user_id,                  dt)
               1, 2024-01-05 12:00:00
            NULL,                NULL"""
EXPECTED = """\
result(     month, active_users, retained_users, retention_rate)
       2024-01-01,            1,              0,           NULL"""


@pytest.fixture
def page(client: FlaskClient, practice: Practice, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(practice, "samples", lambda slug: (SampleText("sample 1", INPUT, EXPECTED, ""),))
    return client.get(f"/problems/{SLUG}").text


def test_its_dialects_are_offered_and_nothing_else(page: str) -> None:
    block = re.search(r"data-editor-state>(.*?)</script>", page, re.DOTALL)
    assert block
    state = json.loads(block[1])
    assert (state["own"], state["language"], set(state["languages"])) == ("duckdb", None, {"duckdb", "sqlite"})
    assert {each["mode"] for each in state["languages"].values()} == {"sql"}
    assert all("SELECT" in each["starter"] for each in state["languages"].values())
    assert re.findall(r'<option value="(\w+)"', page) == ["duckdb", "sqlite"]


def test_samples_are_tables_that_can_be_pasted(page: str) -> None:
    assert re.findall("<caption>(.*?)</caption>", page) == ["activity", "result"]
    assert '<td class="null">NULL</td>' in page
    assert "Copy as SQL" in page and "Copy as Python" not in page
    assert "CREATE TABLE activity (user_id BIGINT, dt TIMESTAMP);" in page
    assert f'data-template="{INPUT}"' in page  # an own case begins with the sample's text


def test_the_page_says_which_tables_there_are(page: str) -> None:
    assert "<code>retention_rate</code>" in page and "rows in any order" in page
    assert "numpy" not in page


def test_what_names_no_language_is_in_the_problems_own(client: FlaskClient, practice: Practice) -> None:
    attempt = client.post(f"/api/problems/{SLUG}/attempts", json={"mode": "untimed"}).json["attempt"]["id"]
    assert client.post(f"/api/attempts/{attempt}/draft", json={"source": "SELECT 1"}).status_code == 200
    drafts = client.get(f"/api/attempts/{attempt}").json["drafts"]
    assert {name: draft["source"] for name, draft in drafts.items()} == {"duckdb": "SELECT 1"}
    made = client.post(f"/api/attempts/{attempt}/submissions", json={"source": "SELECT 1"})
    assert made.json["submission"]["language"] == "duckdb"
    refused = client.post(f"/api/attempts/{attempt}/submissions", json={"source": "x", "language": "python"})
    assert refused.status_code == 400 and "language" in refused.text
