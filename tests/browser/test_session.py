"""A whole session by hand: what a person sees from the first key to the scorecard's file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from judge.problem.model import Expected
from tests.browser.acts import judged, source, write

pytestmark = pytest.mark.browser
OTHER_HOST = re.compile(r"""(?:https?:)?//(?!www\.w3\.org/2000/svg)[\w.-]+\.\w+""")


@pytest.mark.timeout(900)  # two submissions are judged whole; a busy machine is slow at it
def test_a_session_from_start_to_scorecard(page: Page, tmp_path: Path) -> None:
    page.goto("/")
    page.locator('[data-start-session="amazon-ds/r7"]').first.click()
    expect(page).to_have_url(re.compile(r"/sessions/\d+/problems/rolling-average$"))

    write(page, source("rolling-average", Expected.ACCEPTED))
    page.keyboard.press("Control+'")
    report = judged(page)
    expect(report).to_contain_text("All pass")
    expect(report).to_contain_text("hidden tests not run")

    page.get_by_label("Claimed time, big O of").fill("n")
    page.get_by_role("button", name="Submit").click()
    # Rows come while it is judged, before there is a report.
    page.locator("[data-live-tiers] [data-case]").first.wait_for(state="attached")
    report = judged(page)
    expect(report).to_have_attribute("data-accepted", "true")
    expect(report.locator(".half-answer").first).to_have_text("Accepted")
    expect(report.locator("figure.plot svg.growth-plot").first).to_be_visible()
    expect(report.locator(".claims")).to_contain_text("O(n)")
    expect(page.locator("[data-past-count]")).to_have_text("2")

    page.get_by_role("link", name="Next problem").click()
    expect(page).to_have_url(re.compile(r"/problems/running-median$"))
    write(page, source("running-median", Expected.TOO_SLOW, "sort_each_add"))
    page.keyboard.press("Control+Enter")
    page.locator("[data-live-tiers] [data-case]").first.wait_for(state="attached")
    report = judged(page)
    expect(report).to_have_attribute("data-accepted", "false")
    expect(report).to_have_attribute("data-growth-verdict", "exceeds")
    expect(report.locator(".half-answer").nth(1)).to_have_text("Exceeds")
    expect(report.locator("[data-growth=exceeds] figure.plot svg").first).to_be_visible()
    told = report.locator(".sentence").inner_text()

    page.get_by_role("button", name="Finish session").click()
    expect(page).to_have_url(re.compile(r"/scorecard$"))
    expect(page.locator(".score-total")).to_contain_text("1 of 3")
    card = {
        row.get_attribute("data-score"): (row.get_attribute("data-verdict"), row.get_attribute("data-growth-verdict"))
        for row in page.locator("[data-score]").all()
    }
    assert card["rolling-average"][0] == "AC" and card["rolling-average"][1] in ("within", "inconclusive")
    assert card["running-median"][1] == "exceeds"
    assert card["trapped-water"] == ("", "")
    expect(page.locator("[data-score=running-median]")).to_contain_text(told)

    with page.expect_download() as download:
        page.get_by_role("link", name="One HTML file").click()
    file = tmp_path / "card.html"
    download.value.save_as(file)
    saved = file.read_text()
    assert told.split(":")[0] in saved and not OTHER_HOST.search(saved) and "<script" not in saved
    # It stands alone: opened from the disk it asks for nothing.
    asked: list[str] = []
    alone = page.context.new_page()
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(file.as_uri())
    expect(alone.locator("[data-score]")).to_have_count(3)
    assert asked == [file.as_uri()]

    page.goto("/")
    statuses = {
        row.locator("a").inner_text(): row.get_attribute("data-status") for row in page.locator("[data-row]").all()
    }
    assert statuses["Rolling average"] == "solved" and statuses["Running median"] == "right but too slow"
