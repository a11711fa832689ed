"""A talk by keyboard, and a break: timer and notes outlive the page, and no problem is to be seen in a break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from judge.home import Home
from judge.practice import Practice
from judge.problem.bank import Bank
from tests.browser.server import Server
from tests.judge.loops_kit import use_loops

pytestmark = pytest.mark.browser
CONTRAST = (Path(__file__).parent / "contrast.js").read_text()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("rounds")
    server = Server(folder / "home")
    with pytest.MonkeyPatch.context() as patch:
        use_loops(folder, patch)
        server.start()
        yield server
        server.stop()


@pytest.fixture
def practice(server: Server) -> Iterator[Practice]:
    """On the server's home; nothing is under way."""
    practice = Practice(Home.at(server.home), Bank())
    chain, session = practice.open_chain(), practice.open_session()
    if chain:
        practice.finish_chain(chain.id)
    elif session:
        practice.finish_session(session.id)
    yield practice
    practice.close()


def seconds(page: Page) -> int:
    minutes, rest = page.locator("[data-time]").inner_text().split(":")
    return int(minutes) * 60 + int(rest)


def ready(page: Page) -> None:
    """The page's script listens."""
    expect(page.locator("[data-clock-face]")).to_have_text(re.compile(r"\d"))


def look(page: Page) -> None:
    """Readable in both themes, and no wider than a phone."""
    page.mouse.move(0, 0)  # nothing is hovered over
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        page.reload()  # a page that is open may keep a colour of the other theme
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        found = page.evaluate(CONTRAST)
        assert found["seen"] > 5 and found["faults"] == [], page.url
    page.set_viewport_size({"width": 390, "height": 844})
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), page.url
    page.set_viewport_size({"width": 1366, "height": 768})


def test_a_talk_by_keyboard(page: Page, practice: Practice) -> None:
    page.goto("/")
    look(page)
    page.locator('[data-start-session="talk"]').first.click()
    expect(page).to_have_url(re.compile(r"/sessions/\d+$"))
    look(page)
    page.get_by_role("link", name="Care").click()
    expect(page).to_have_url(re.compile(r"/cards/1$"))
    ready(page)
    page.keyboard.press("Space")
    expect(page.locator("[data-talk-word]")).to_have_text("Stop")
    expect(page.locator("[data-part]")).to_have_text("Before")
    expect(page.locator("[data-span]").first).to_have_attribute("aria-current", "step")
    look(page)
    expect(page.locator("[data-time]")).not_to_have_text("0:00")
    before = seconds(page)
    page.reload()
    expect(page.locator("[data-talk-word]")).to_have_text("Stop")  # the server's clock went on
    assert seconds(page) >= before
    ready(page)
    page.keyboard.press("Space")
    expect(page.locator("[data-takes]")).to_contain_text("ended in Before")
    expect(page.locator("[data-talk-word]")).to_have_text("Talk again")
    page.keyboard.press("n")
    page.keyboard.type("n p and  space are text here")
    page.reload()  # at once: what was typed is there all the same
    expect(page.locator("[data-note]")).to_have_value("n p and  space are text here")
    page.locator("[data-saved]").filter(has_text=re.compile(r"^saved ")).wait_for()
    ready(page)
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"/cards/2$"))
    ready(page)
    page.locator("[data-finish-session]").click()
    expect(page).to_have_url(re.compile(r"/scorecard$"))
    expect(page.locator(".score-note").first).to_contain_text("Nothing here is judged")
    expect(page.locator("[data-score-card='1']")).to_contain_text("n p and  space are text here")
    look(page)


def test_notes_of_two_windows(page: Page, practice: Practice) -> None:
    session = practice.start_session("talk")
    page.goto(f"/sessions/{session.id}/cards/1")
    ready(page)
    practice.save_note(session.id, 1, "from elsewhere")
    page.locator("[data-note]").fill("from here")
    expect(page.locator("[data-conflict]")).to_contain_text("from another window")
    page.get_by_role("button", name="Use that one").click()
    expect(page.locator("[data-note]")).to_have_value("from elsewhere")
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"^saved "))
    assert [note.text for note in practice.note_history(session.id, 1)][:2] == ["from elsewhere", "from here"]


def test_a_break_between_two_rounds(page: Page, practice: Practice) -> None:
    page.goto("/")
    page.locator('[data-start-session="day"]').first.click()
    expect(page).to_have_url(re.compile(r"/problems/rolling-average$"))
    page.locator(".cm-content").wait_for()
    ready(page)
    page.locator("[data-finish-session]").click()
    expect(page).to_have_url(re.compile(r"/chains/\d+$"))
    expect(page.locator("[data-clock-face]")).to_have_text(re.compile(r"^(10:00|9:\d\d)$"))
    look(page)
    break_url = page.url
    for slug in ("rolling-average", "running-median"):
        page.goto(f"/problems/{slug}")
        assert page.url == break_url
    page.get_by_role("button", name="Begin round 2").click()
    expect(page).to_have_url(re.compile(r"/sessions/\d+$"))
    page.get_by_role("link", name="Running median").click()
    expect(page.locator(".cm-content")).to_be_visible()
    page.goto(break_url)
    expect(page.locator("[aria-current=step]")).to_contain_text("Second round")
    page.locator("[data-finish-chain]").click()
    expect(page.locator(".score-total")).to_contain_text("of 2")
    look(page)
