"""Own cases, and judging that is followed without a stream."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from judge.problem.model import Expected
from tests.browser.acts import judged, source, write

pytestmark = pytest.mark.browser
SLUG = "trapped-water"


@pytest.fixture
def started(page: Page) -> Page:
    page.goto(f"/problems/{SLUG}")
    if page.locator("[data-start-form]").is_visible():
        page.get_by_label("Untimed").check()
        page.get_by_role("button", name="Start the clock").click()
    expect(page.locator("[data-run]")).to_be_enabled()
    write(page, source(SLUG, Expected.ACCEPTED))
    return page


def test_own_cases_run_beside_the_samples(started: Page) -> None:
    started.locator("[data-add-case]").first.click()
    started.get_by_role("button", name="Run", exact=True).click()
    report = judged(started)
    expect(report.locator("[data-tier-section=own] [data-case]")).to_have_count(1)
    expect(report).to_contain_text("All pass")
    expect(report.locator("[data-tier-section=own]")).to_contain_text("Your answer")


def test_a_case_that_cannot_be_read_says_where(started: Page) -> None:
    started.get_by_role("tab", name="Own cases").click()
    started.get_by_role("button", name="Add a case").click()
    area = started.locator(".own-case textarea").last
    area.fill("heights = [1, 2")
    started.get_by_role("button", name="Run", exact=True).click()
    expect(started.locator(".field-error").last).to_have_text(re.compile("line 1"))
    expect(area).to_be_focused()
    started.get_by_role("button", name="Remove").last.click()


def test_without_a_stream_it_is_asked_again_and_again(started: Page) -> None:
    started.route("**/stream", lambda route: route.abort())
    started.keyboard.press("Control+'")
    expect(judged(started)).to_contain_text("All pass")


def test_a_traceback_marks_its_line(started: Page) -> None:
    text = source(SLUG, Expected.ACCEPTED)
    at = next(number for number, line in enumerate(text.splitlines()) if line.startswith("def "))
    lines = text.splitlines()
    lines.insert(at + 1, "    raise ValueError('on purpose')")
    write(started, "\n".join(lines))
    started.keyboard.press("Control+'")
    report = judged(started)
    expect(report).to_contain_text("ValueError: on purpose")
    expect(started.locator(".cm-lintRange-error")).to_contain_text("raise ValueError")


def test_what_is_pressed_before_the_page_is_ready_is_not_lost(page: Page) -> None:
    waiting: list[Route] = []
    page.route("**/js/problem.js", lambda route: waiting.append(route), times=1)
    page.goto("/problems/benjamini-hochberg", wait_until="commit")
    page.get_by_label("Untimed").check()
    page.get_by_role("button", name="Start the clock").click(no_wait_after=True)
    page.wait_for_function("document.readyState === 'interactive'")
    assert page.url.endswith("/problems/benjamini-hochberg")
    waiting[0].continue_()
    expect(page.locator("[data-run]")).to_be_enabled()
    assert page.url.endswith("/problems/benjamini-hochberg")
