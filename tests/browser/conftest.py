"""A real browser on a real server on a database of its own."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests import shop
from tests.browser.life import Life
from tests.browser.stage import Visitor, chromium, month, served, visitor
from tests.conftest import Databases, application, let_go, made_databases
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
    with chromium() as browser:
        yield browser


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
    with served(app.config["DATABASE_URL"], tmp_path_factory.mktemp("server") / "log") as base:
        yield village, base


@pytest.fixture(scope="session")
def lived_a_month(
    databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Life, str]]:
    """The demo's village after its month and a day of everything; nothing in it may be changed by a test."""
    with month(databases.empty(), tmp_path_factory.mktemp("month") / "log") as lived:
        yield lived


@pytest.fixture(scope="session")
def visit(browser: Browser, lived_a_month: tuple[Life, str]) -> Callable[[str], Visitor]:
    """``visit("dewi")`` answers Dewi at her browser, signed in; it is the same one each time."""
    life, base = lived_a_month
    return cache(lambda who: visitor(browser, base, who, life.password))


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
