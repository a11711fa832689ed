"""A SQL problem on the page: the editor's mode, tables that differ, the smallest input as SQL and as an own case."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from judge.problem.model import Expected
from tests.browser.acts import judged, source, start_untimed, write

pytestmark = pytest.mark.browser
SLUG = "sql-monthly-retention"


def test_from_a_query_to_an_own_case_of_two_rows(page: Page) -> None:
    start_untimed(page, SLUG)
    picker = page.locator("[data-pick-language]")
    expect(picker).to_have_value("duckdb")
    assert picker.locator("option").all_inner_texts() == ["SQL (DuckDB)", "SQL (SQLite)"]
    expect(page.locator("#panel-statement table.relation").first).to_contain_text("2024-01-31 23:59:59")
    write(page, source(SLUG, Expected.WRONG, "thirty_days_back"))
    expect(page.locator(".cm-line", has_text="WITH active AS").locator("span").first).to_have_text("WITH")  # in colour
    page.locator("[data-submit]").click()
    found = judged(page).locator("[data-counterexample]")
    expect(found.locator("table.relation").first.locator("tbody tr")).to_have_count(2)
    expect(found.locator("ins")).to_have_text(["0"])
    expect(found.locator("del")).to_have_text(["1"])
    assert (
        found.locator("[data-copy-source]")
        .inner_text()
        .startswith("CREATE TABLE activity (user_id BIGINT, dt TIMESTAMP")
    )
    found.get_by_role("button", name="Own case").click()
    assert page.locator(".own-case textarea").input_value().startswith("activity(user_id,")
    page.locator("[data-run-case]").click()
    own = judged(page).locator("[data-case][data-tier=own]")
    expect(own).to_have_attribute("data-verdict", "WA")
    expect(own.locator("ins")).to_have_text(["0"])
