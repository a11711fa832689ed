"""What a person does on the page."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from judge.problem.bank import Bank
from judge.problem.model import Expected


def source(slug: str, expected: Expected, name: str = "") -> str:
    """The first known submission of a problem that must be judged so, or the one of that file name."""
    known = [known for known in Bank().get(slug).known if known.expected is expected]
    return next(each.source for each in known if name in each.path.name)


def start_untimed(page: Page, slug: str) -> Page:
    """A fresh attempt, whatever was going on."""
    page.goto(f"/problems/{slug}")
    if page.locator("[data-clock-act=finish]").is_visible():
        page.locator("[data-clock-act=finish]").click()
        expect(page.locator("[data-clock-act=finish]")).to_be_hidden()  # a start before that would be lost
    page.locator("[data-start-form]").wait_for()
    page.get_by_label("Untimed").check()
    page.get_by_role("button", name="Start the clock").click()
    expect(page.locator("[data-run]")).to_be_enabled()
    return page


def write(page: Page, text: str) -> None:
    """Replaces the editor's text, and waits until it is saved."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    wait_saved(page)


def wait_saved(page: Page) -> None:
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"^saved \d\d:\d\d:\d\d$"))


def code(page: Page) -> str:
    return "\n".join(page.locator(".cm-line").all_inner_texts()).replace("\u200b", "").rstrip("\n")


def judged(page: Page) -> Locator:
    """The report, when it is there."""
    expect(page.locator("[data-live]")).to_be_hidden()
    report = page.locator("[data-final] [data-report]")
    expect(report).to_be_visible()
    return report
