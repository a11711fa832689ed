"""The line that carries the growth: marked in the editor, reached by keyboard, unmarked when the text changes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from judge.problem.model import Expected
from tests.browser.acts import judged, source, start_untimed, write

pytestmark = pytest.mark.browser

SHOWS_BLAME = """async (module) => {
  const { createEditor } = await import(module);
  const parent = document.createElement("div");
  document.body.append(parent);
  const nonce = document.querySelector("style[nonce], script[nonce]")?.nonce ?? "";
  const editor = await createEditor({
    parent, nonce, text: "a\\nb\\nc\\n", mode: "python", label: "x", onChange() {}, onRun() {}, onSubmit() {},
  });
  const seen = () => [...parent.querySelectorAll(".cm-blamed")].map((line) => line.textContent);
  const steps = [];
  editor.blame([{ line: 2, message: "<b>slow</b>" }, { line: 99, message: "nowhere" }]);
  steps.push(seen(), parent.querySelectorAll(".cm-blame-flag").length, parent.querySelectorAll("b").length);
  editor.goTo(2);
  steps.push(parent.querySelector(".cm-announced").textContent);
  editor.setText("a\\nbb\\n");
  steps.push(seen());
  parent.remove();
  return steps;
}"""


def test_the_mark_of_a_line_is_text_and_goes_with_the_next_change(page: Page) -> None:
    page.goto("/problems/rolling-average")
    module = page.locator("[data-editor-module]").get_attribute("data-editor-module")
    assert page.evaluate(SHOWS_BLAME, module) == [["b"], 1, 0, "Line 2: <b>slow</b>", []]


def test_a_too_slow_submission_leads_to_its_line(page: Page) -> None:
    start_untimed(page, "rolling-average")
    write(page, source("rolling-average", Expected.TOO_SLOW))
    page.locator("[data-submit]").click()
    report = judged(page)
    button = report.locator("[data-go-line]").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".cm-blamed")).not_to_have_count(0)
    expect(page.locator(".cm-content")).to_be_focused()
    page.keyboard.type("#")
    expect(page.locator(".cm-blamed")).to_have_count(0)
