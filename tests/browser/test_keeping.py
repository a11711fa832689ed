"""Nothing that was typed is lost: by a reload, by a server that is gone for a while, by a second window."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.acts import code, start_untimed, wait_saved, write
from tests.browser.server import Server

pytestmark = pytest.mark.browser
SLUG = "first-n-fibonacci"


@pytest.fixture
def started(page: Page) -> Page:
    """A fresh attempt."""
    return start_untimed(page, SLUG)


def test_a_reload_in_the_middle_of_a_word(started: Page) -> None:
    write(started, "first = 1\n")
    started.keyboard.type("sec")  # not saved yet when the page goes
    started.reload()
    expect(started.locator("[data-run]")).to_be_enabled()
    assert code(started) == "first = 1\nsec"
    wait_saved(started)


def test_a_server_that_is_gone_for_a_while(started: Page, server: Server) -> None:
    write(started, "before = 1\n")
    server.stop()
    started.keyboard.type("meanwhile = 2")
    expect(started.locator("[data-saved]")).to_contain_text("not saved, kept in this browser; trying again")
    server.start()
    wait_saved(started)
    started.reload()
    expect(started.locator("[data-run]")).to_be_enabled()
    assert code(started) == "before = 1\nmeanwhile = 2"


def test_a_browser_that_has_forgotten(started: Page) -> None:
    write(started, "on_the_server = 1")
    started.evaluate("localStorage.clear()")
    started.reload()
    expect(started.locator("[data-run]")).to_be_enabled()
    assert code(started) == "on_the_server = 1"


def test_two_windows_keep_both_texts(started: Page, context: BrowserContext) -> None:
    write(started, "mine = 1")
    other = context.new_page()
    other.goto(f"/problems/{SLUG}")
    expect(other.locator("[data-run]")).to_be_enabled()
    write(other, "theirs = 2")
    write(started, "mine = 3")
    conflict = started.locator("[data-conflict]")
    expect(conflict).to_contain_text("Another text of this attempt, from another window")
    conflict.get_by_role("button", name="Use that one").click()
    assert code(started) == "theirs = 2"
    expect(conflict).to_contain_text("just now")  # and mine is still to be had
    wait_saved(started)


def test_the_clock_goes_on_where_it_was(page: Page) -> None:
    page.goto("/problems/dag-longest-path")
    page.get_by_label("Countdown").check()
    page.get_by_role("button", name="Start the clock").click()
    page.get_by_role("button", name="Pause").click()
    expect(page.locator("[data-paused]")).to_be_visible()
    stood_at = page.locator("[data-clock-face]").inner_text()
    expect(page.locator("[data-run]")).to_be_disabled()
    page.reload()
    expect(page.locator("[data-paused]")).to_be_visible()
    assert page.locator("[data-clock-face]").inner_text() == stood_at
    page.locator("[data-paused]").get_by_role("button", name="Go on").click()
    expect(page.locator("[data-paused]")).to_be_hidden()
    expect(page.locator("[data-run]")).to_be_enabled()


def test_a_clock_turned_in_another_window_is_followed(page: Page, context: BrowserContext) -> None:
    page.goto("/problems/words-by-sentence-count")
    page.get_by_role("button", name="Start the clock").click()
    expect(page.locator("[data-run]")).to_be_enabled()
    other = context.new_page()
    other.goto("/problems/words-by-sentence-count")
    other.get_by_role("button", name="Pause").click()
    expect(other.locator("[data-paused]")).to_be_visible()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("[data-paused]")).to_be_visible()


def test_at_a_hard_deadline_what_was_typed_is_submitted(page: Page) -> None:
    slug = "benjamini-hochberg"
    page.goto(f"/problems/{slug}")
    path = f"/api/problems/{slug}/attempts"
    start = "([path, body]) => fetch(path, { method: 'POST', body: JSON.stringify(body) })"
    page.evaluate(start, [path, {"mode": "hard", "minutes": 0.2}])
    page.reload()
    expect(page.locator("[data-run]")).to_be_enabled()
    assert page.locator("[data-clock-act=pause]").is_hidden()
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("the_last_word = 1")
    expect(
        page.get_by_role("heading", name="The clock has stopped").or_(page.locator("[data-start-form]"))
    ).to_be_visible()
    page.get_by_role("tab", name="Submitted").click()
    expect(page.locator("[data-open-submission]")).to_have_count(1)
    page.locator("[data-open-submission]").click()
    expect(page.locator("[data-past-dialog] .source")).to_contain_text("the_last_word = 1")
