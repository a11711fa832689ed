"""The smallest failing input: shown after a real submit, kept as an own case, and failing there too."""

from __future__ import annotations

import ast

import pytest
from playwright.sync_api import Page, expect

from judge.problem.model import Expected
from tests.browser.acts import judged, source, start_untimed, write

pytestmark = pytest.mark.browser


def test_what_was_found_goes_into_the_own_cases_and_fails_there(page: Page) -> None:
    start_untimed(page, "trapped-water")
    right = source("trapped-water", Expected.ACCEPTED).replace("def trapped(", "def right(")
    write(page, f"{right}\n\ndef trapped(heights):\n    return right(heights) - (len(heights) > 40)\n")
    page.locator("[data-submit]").click()
    found = judged(page).locator("[data-counterexample]")
    expect(found).to_contain_text("size 41")
    code = found.locator("[data-copy-source]").inner_text()
    # How simple the numbers become hangs on what the machine does within the budget.
    assert len(ast.literal_eval(code.split("\n")[0].removeprefix("heights = "))) == 41
    assert "print(trapped(heights))  # expected: " in code
    found.get_by_role("button", name="Own case").click()
    case = page.locator(".own-case textarea")
    expect(case).to_have_value(code.split("\n")[0])
    page.locator("[data-run-case]").click()
    expect(judged(page).locator("[data-case][data-tier=own]")).to_have_attribute("data-verdict", "WA")
