"""What every look needs: Chromium, the real server on a database, and a person who is signed in."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask_migrate import upgrade
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.life import Life, live
from tests.browser.seen import Listener, faults
from tests.conftest import application, let_go
from tests.drills.serving import PERSONAL, Server

NOBODY = ""
SETTLED = "body:not([data-phase=loading])"
"""Only the till has something to fetch before it is whole."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser. Fails the test that asks when there is none."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("Chromium is missing; `make test` says what to install")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def served(url: str, log: Path) -> Iterator[str]:
    """The address at which the real server serves a database."""
    with Server(url, log) as server:
        yield f"http://127.0.0.1:{server.port}"


@contextmanager
def month(url: str, log: Path) -> Iterator[tuple[Life, str]]:
    """A village that lives for a month in an empty database, and the address it is served at."""
    app = application(url, **PERSONAL)
    with app.app_context():
        upgrade()
        life = live(app)
    let_go(app)
    with served(url, log) as base:
        yield life, base


class Visitor:
    """Somebody at a browser: one page in a context of its own, and what it complains of."""

    def __init__(self, browser: Browser, base: str, **settings: Any) -> None:
        self.context = browser.new_context(locale="id-ID", timezone_id="Asia/Jakarta", **settings)
        self.context.set_default_timeout(15_000)
        self.base = base
        self.listener = Listener(self.context)
        self.page = self.context.new_page()

    def sign_in(self, who: str, password: str) -> "Visitor":
        self.go("/sign-in")
        self.page.fill("[name=username]", who)
        self.page.fill("[name=password]", password)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(lambda url: "/sign-in" not in url)
        return self

    def go(self, path: str) -> int:
        """Open a page of the house; answers its status."""
        answer = self.page.goto(self.base + path)
        self.page.wait_for_selector(SETTLED, state="attached")
        return answer.status if answer else 0

    def look_at(self, path: str, status: int = 200, widths: Iterable[int] = (1280, 360)) -> list[str]:
        """What is wrong with one page, at each width."""
        self.listener.take()
        answered = self.go(path)
        found = [] if answered == status else [f"answers {answered}"]
        found += self.listener.take()
        for width in widths:
            found += [f"at {width} px: {fault}" for fault in faults(self.at_width(width))]
        return [f"{path}: {fault}" for fault in found]

    def at_width(self, width: int) -> Page:
        self.page.set_viewport_size({"width": width, "height": 800})
        return self.page


def visitor(browser: Browser, base: str, who: str, password: str, **settings: Any) -> Visitor:
    """``who`` at the door's other side; NOBODY stays outside."""
    arrived = Visitor(browser, base, **settings)
    return arrived if who == NOBODY else arrived.sign_in(who, password)
