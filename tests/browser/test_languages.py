"""Writing in another language: picked by keyboard, kept apart, judged as what it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from judge.languages import language_for
from tests.browser.acts import code, judged, start_untimed, wait_saved, write
from tests.judge.languages.there import need_here

pytestmark = pytest.mark.browser
SLUG = "trapped-water"
JAVASCRIPT = """\
function trapped(heights) {
  let low = 0, high = heights.length - 1, left = 0, right = 0, water = 0;
  while (low < high) {
    left = Math.max(left, heights[low]);
    right = Math.max(right, heights[high]);
    water += left < right ? left - heights[low++] : right - heights[high--];
  }
  return water;
}
"""


@pytest.fixture
def started(page: Page) -> Page:
    need_here(language_for("javascript"))
    return start_untimed(page, SLUG)


def pick(page: Page, language: str) -> None:
    page.get_by_label("Language").select_option(language)
    expect(page.locator("[data-pick-language]")).to_be_enabled()


def test_each_language_keeps_its_text_over_switching_and_reloading(started: Page) -> None:
    write(started, "in_python = 1")
    pick(started, "javascript")
    expect(started.locator("[data-spoken]")).to_contain_text("runs with")
    assert "function trapped(" in code(started)
    write(started, "let inJavaScript = 1;")
    pick(started, "python")
    assert code(started) == "in_python = 1"
    # Undo does not lead into the other language.
    started.locator(".cm-content").click()
    started.keyboard.press("Control+z")
    assert code(started) == "in_python = 1"
    pick(started, "javascript")
    assert code(started) == "let inJavaScript = 1;"
    started.keyboard.press("Tab")
    started.locator(".cm-content").click()
    started.keyboard.press("Control+End")
    started.keyboard.type(" // more")
    wait_saved(started)
    started.reload()
    expect(started.locator("[data-run]")).to_be_enabled()
    expect(started.get_by_label("Language")).to_have_value("javascript")
    assert code(started) == "let inJavaScript = 1; // more"
    pick(started, "python")
    assert code(started) == "in_python = 1"


def test_what_was_typed_while_switching_is_not_lost(started: Page) -> None:
    started.locator(".cm-content").click()
    started.keyboard.press("Control+a")
    started.keyboard.insert_text("typed = 1")
    pick(started, "javascript")
    pick(started, "python")
    assert code(started) == "typed = 1"


def test_a_solution_in_javascript_is_run_and_its_fault_is_marked(started: Page) -> None:
    pick(started, "javascript")
    write(started, JAVASCRIPT)
    started.get_by_role("button", name="Run", exact=True).click()
    expect(judged(started)).to_contain_text("All pass")
    write(started, JAVASCRIPT.replace("let low", "let let low"))
    started.get_by_role("button", name="Run", exact=True).click()
    report = judged(started)
    expect(report).to_have_attribute("data-verdict", "CE")
    expect(started.locator(".cm-lint-marker-error")).to_have_count(1)
