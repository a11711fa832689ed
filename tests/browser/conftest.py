from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.browser.server import Server
from tests.conftest import need_tool

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE_MS = 240_000  # a busy machine judges slowly; nothing here is about speed
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = need_tool("chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("browser") / "home")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def context(browser: Browser, server: Server, tmp_path: Path) -> Iterator[BrowserContext]:
    context = browser.new_context(
        base_url=server.url, viewport={"width": 1366, "height": 768}, locale="en-GB", accept_downloads=True
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, server: Server) -> Iterator[Page]:
    """A page whose every request must go to the server, and whose scripts must not fail."""
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("console", lambda message: faults.append(message.text) if _is_fault(message) else None)
    page.on("request", lambda request: None if _is_ours(request.url, server) else faults.append(request.url))
    page.on("dialog", lambda dialog: dialog.accept())
    yield page
    assert faults == []


def _is_ours(url: str, server: Server) -> bool:
    return urlsplit(url).netloc == f"127.0.0.1:{server.port}" or url.startswith(("data:", "blob:", "about:"))


def _is_fault(message: ConsoleMessage) -> bool:
    """Errors count; not the browser's own styles for pasted text, which the policy refuses as it should, and not what
    it says of a server that a test has stopped."""
    own_business = ("Applying inline style", "net::ERR_", "Failed to load resource")
    return message.type == "error" and not any(words in message.text for words in own_business)
