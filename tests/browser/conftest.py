"""A real browser on a real server on a database of its own."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import shop
from tests.conftest import Databases, application, let_go, made_databases
from tests.drills.serving import Server
from tests.village import PASSWORD, TestVillage, find

WIDTHS = (360, 768, 1280)
SignIn = Callable[..., Page]


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """SQLite alone: a browser tries pages; which engine lies under them is tried everywhere else."""
    with made_databases("sqlite") as made:
        yield made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("Chromium is missing; `make test` says what to install")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def lived_in(
    databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[TestVillage, str]]:
    """The village with goods on the shelf, and the address it is served at; no shift is open yet."""
    app = application(databases.copy())
    with app.app_context():
        village = find(app)
        shop.furnish(village)
    let_go(app)
    with Server(app.config["DATABASE_URL"], tmp_path_factory.mktemp("server") / "log") as server:
        yield village, f"http://127.0.0.1:{server.port}"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    # The audit of accessibility runs a script of its own, which our policy rightly refuses.
    context = browser.new_context(bypass_csp=True, locale="id-ID", timezone_id="Asia/Jakarta")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def sign_in(context: BrowserContext, lived_in: tuple[TestVillage, str]) -> SignIn:
    """``sign_in("budi", width=360)`` types the name and the password at the door and answers the page."""

    def by(who: str, *, width: int = 1280, height: int = 800) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{lived_in[1]}/sign-in")
        page.fill("[name=username]", who)
        page.fill("[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/sign-in" not in url)
        return page

    return by
