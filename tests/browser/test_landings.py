"""Where people land: each role's home, an empty gerai, the same in the dark, and what is refused."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.life import NEWCOMER, Life
from tests.browser.places import places
from tests.browser.stage import NOBODY, Visitor, visitor

pytestmark = pytest.mark.browser
Visit = Callable[[str], Visitor]
Lived = tuple[Life, str]
IN_THE_DARK = ("home.gerai", "statements.day", "sales.sale", "inventory.stock", "ledger.entry", "cash.shift")


def test_what_each_role_lands_on_is_whole(visit: Visit, lived_a_month: Lived) -> None:
    chosen = [place for place in places(lived_a_month[0]) if place.name.startswith("home.")]
    found = [fault for place in chosen for fault in visit(place.who).look_at(place.path, widths=(360,))]
    assert not found, "\n".join(found)


def test_the_main_pages_are_as_clear_in_the_dark(browser: Browser, lived_a_month: Lived) -> None:
    life, base = lived_a_month
    guest = visitor(browser, base, "dewi", life.password, color_scheme="dark")
    chosen = [place.path for place in places(life) if place.name in IN_THE_DARK]
    found = [fault for path in chosen for fault in guest.look_at(path, widths=(1280,))]
    guest.context.close()
    assert not found, "\n".join(found)


def test_a_fresh_gerai_invites_to_begin(visit: Visit, lived_a_month: Lived) -> None:
    """Every list of it is empty, says what will stand there, and is as whole as a full one."""
    fresh = lived_a_month[0].fresh
    lists = "items stock receivings adjustments sales sales/exceptions shifts prices day"
    books = "ledger/journal ledger/trial-balance ledger/periods ledger/accounts/1-1100"
    paths = [f"/g/{fresh}/{name}" for name in ("", *lists.split(), *books.split())]
    found = [fault for path in paths for fault in visit(NEWCOMER).look_at(path)]
    assert not found, "\n".join(found)


def test_refusals_are_pages_too(visit: Visit, lived_a_month: Lived) -> None:
    life, _ = lived_a_month
    refused = (
        ("budi", f"/g/{life.code}/ledger/journal", 403),
        ("budi", f"/g/{life.fresh}/", 404),
        ("budi", "/nothing-stands-here", 404),
        ("dewi", f"/g/{life.code}/sales/999999", 404),
        ("dewi", f"/g/{life.code}/items/999999", 404),
        ("wati", f"/g/{life.code}/ledger/entries/999999", 404),
        ("wati", f"/g/{life.code}/ledger/accounts/9-9999", 404),
        (NOBODY, "/nothing-stands-here", 404),
    )
    found = [fault for who, path, status in refused for fault in visit(who).look_at(path, status)]
    assert not found, "\n".join(found)
