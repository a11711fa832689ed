"""Keyboard, contrast, names, a phone's width: on pages full of every kind of thing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from judge.home import Home
from judge.practice import Practice
from judge.problem.bank import Bank
from judge.report import Outcome, Verdict
from tests.browser.server import Server
from tests.web.kit import record, report

pytestmark = pytest.mark.browser
CONTRAST = (Path(__file__).parent / "contrast.js").read_text()
PAGES = [
    "/",
    "/history",
    "/problems/find-element",
    "/problems/rolling-average",
    "/problems/sql-monthly-retention",
    "/sessions/1",
    "/sessions/1/problems/running-median",
    "/sessions/1/scorecard",
    "/submissions/1",
    "/nope",
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A home with every kind of report in it."""
    server = Server(tmp_path_factory.mktemp("full") / "home")
    practice = Practice(Home.at(server.home), Bank())
    session = practice.start_session("amazon-ds/r7")
    first, second, _ = session.attempts
    plan = [
        (first.id, first.problem, Verdict.WA, None, "submit"),
        (first.id, first.problem, Verdict.AC, None, "run"),
        (first.id, first.problem, Verdict.AC, Outcome.INCONCLUSIVE, "submit"),
        (second.id, second.problem, Verdict.TLE, Outcome.EXCEEDS, "submit"),
    ]
    alone = practice.start_attempt("find-element")
    plan.append((alone.id, alone.problem, Verdict.RTE, None, "submit"))
    for attempt, slug, verdict, outcome, mode in plan:
        claim = "O(n)" if outcome else None
        submission = practice.submit(attempt, "def find():\n    return 1  # one\n", mode=mode, claim=claim)
        record(practice, submission, report(slug, verdict, outcome, mode, claim))
    practice.close()
    server.start()
    yield server
    server.stop()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_can_be_read(browser: Browser, server: Server, scheme: str) -> None:
    context = browser.new_context(base_url=server.url, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    faults = {}
    for path in PAGES:
        page.goto(path)
        if page.locator("[data-editor]").count():
            page.locator(".cm-content").wait_for()
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        found = page.evaluate(CONTRAST)
        assert found["seen"] > 5, path
        if found["faults"]:
            faults[path] = found["faults"]
    context.close()
    assert faults == {}


def test_nothing_is_wider_than_a_phone(browser: Browser, server: Server) -> None:
    context = browser.new_context(base_url=server.url, viewport={"width": 390, "height": 844})
    page = context.new_page()
    wide = []
    for path in PAGES:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    assert wide == []
    page.goto("/problems/find-element")
    expect(page.locator("[data-pane=task]")).to_be_visible()
    expect(page.locator("[data-pane=code]")).to_be_hidden()
    page.get_by_role("tab", name="Code").click()
    expect(page.locator(".cm-content")).to_be_visible()
    page.get_by_role("tab", name="Results").click()
    expect(page.locator("[data-report]")).to_be_visible()
    context.close()


def test_everything_to_press_has_a_name(page: Page) -> None:
    unnamed = """() => [...document.querySelectorAll("button, a, input, select, textarea, [role=tab], [role=textbox]")]
      .filter((each) => each.checkVisibility())
      .filter((each) => !each.getAttribute("aria-label") && !each.textContent.trim() && !each.labels?.length)
      .filter((each) => !each.title)
      .map((each) => each.outerHTML.slice(0, 120))"""
    for path in PAGES:
        page.goto(path)
        if page.locator("[data-editor]").count():
            page.locator(".cm-content").wait_for()
        assert page.evaluate(unnamed) == [], path
        assert page.locator("h1").count() == 1, path


def test_the_first_tab_skips_to_the_content(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_escape_then_tab_leaves_the_editor(page: Page) -> None:
    page.goto("/problems/find-element")
    page.locator(".cm-content").click()
    page.keyboard.press("Tab")
    expect(page.locator(".cm-content")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.locator(".cm-content")).not_to_be_focused()


def test_keys_go_to_panes_help_and_pages(page: Page) -> None:
    page.goto("/problems/find-element")
    expect(page.locator("[data-run]")).to_be_enabled()
    page.keyboard.press("Alt+2")
    expect(page.locator(".cm-content")).to_be_focused()
    page.keyboard.type("?gp")  # in the editor these are letters
    expect(page.locator("[data-help-dialog]")).to_be_hidden()
    page.keyboard.press("Alt+4")
    expect(page.locator("#tab-own")).to_be_focused()
    page.keyboard.press("Alt+1")
    page.keyboard.press("?")
    expect(page.locator("[data-help-dialog]")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("h")
    page.wait_for_url("**/history")
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url(lambda url: url.endswith("/"))


def test_the_theme_is_kept(page: Page) -> None:
    page.goto("/")
    button = page.locator("[data-theme-toggle]")
    button.click()
    button.click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto("/history")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_the_list_is_searched_and_the_search_is_in_the_address(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("median")
    expect(page.locator("[data-row]:visible")).to_have_count(1)
    page.reload()
    expect(page.locator("[data-row]:visible")).to_have_count(1)
    page.get_by_role("searchbox").fill("")
    page.get_by_label("Hide difficulty").check()
    expect(page.locator(".difficulty").first).to_be_hidden()
    page.reload()
    expect(page.locator(".difficulty").first).to_be_hidden()


def test_a_past_submission_comes_back_into_the_editor(page: Page) -> None:
    page.goto("/problems/find-element")
    expect(page.locator("[data-run]")).to_be_enabled()
    page.get_by_role("tab", name="Submitted").click()
    page.locator("[data-open-submission]").first.click()
    dialog = page.locator("[data-past-dialog]")
    expect(dialog.locator("[data-report]")).to_be_visible()
    expect(dialog.locator(".source")).to_contain_text("def find()")
    dialog.get_by_role("button", name="Load this code").click()
    expect(page.locator(".cm-content")).to_contain_text("return 1")
    expect(page.locator("[data-saved]")).to_contain_text("saved")


def test_minutes_left_are_announced_at_ten_five_and_one_only(page: Page) -> None:
    page.route("**/api/sessions/*", lambda route: route.abort())  # the server's clock has not moved
    page.clock.install()
    page.goto("/sessions/1")
    announced = page.locator("[data-announce]")
    heard = []
    for _ in range(61):
        page.clock.run_for(60_000)
        heard.append(announced.inner_text())
    changes = [text for before, text in zip(["", *heard], heard, strict=False) if text != before]
    assert changes == ["10 minutes left", "5 minutes left", "One minute left"]
