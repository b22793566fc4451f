"""Every page in a real browser, by day and in the dark, on a phone and on a desk."""

from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Browser

from tests.browser.life import NEWCOMER, Life
from tests.browser.places import Place, places
from tests.browser.seen import faults
from tests.browser.stage import NOBODY, Visitor, visitor

pytestmark = pytest.mark.browser
WIDTHS = (1280, 360)
IN_THE_DARK = ("home.gerai", "statements.day", "sales.sale", "inventory.stock", "ledger.entry", "cash.shift")
Visit = Callable[[str], Visitor]
Lived = tuple[Life, str]


def seen(guest: Visitor, path: str, status: int = 200, widths: Iterable[int] = WIDTHS) -> list[str]:
    """What is wrong with one page."""
    guest.listener.take()
    answered = guest.go(path)
    found = [] if answered == status else [f"answers {answered}"]
    found += guest.listener.take()
    for width in widths:
        found += [f"at {width} px: {fault}" for fault in faults(guest.at_width(width))]
    return [f"{path}: {fault}" for fault in found]


def walked(visit: Visit, chosen: Iterable[Place], **how: object) -> str:
    found = [fault for place in chosen for fault in seen(visit(place.who), place.path, **how)]  # type: ignore[arg-type]
    return "\n".join(found)


def test_every_page_is_whole_on_a_phone_and_on_a_desk(visit: Visit, lived_a_month: Lived) -> None:
    chosen = [place for place in places(lived_a_month[0]) if not place.name.startswith("home.")]
    assert len(chosen) > 30
    assert walked(visit, chosen) == ""


def test_what_each_role_lands_on_is_whole(visit: Visit, lived_a_month: Lived) -> None:
    chosen = [place for place in places(lived_a_month[0]) if place.name.startswith("home.")]
    assert walked(visit, chosen, widths=(360,)) == ""


def test_the_main_pages_are_as_clear_in_the_dark(browser: Browser, lived_a_month: Lived) -> None:
    life, base = lived_a_month
    guest = visitor(browser, base, "dewi", life.password, color_scheme="dark")
    chosen = [place.path for place in places(life) if place.name in IN_THE_DARK]
    found = [fault for path in chosen for fault in seen(guest, path, widths=(1280,))]
    guest.context.close()
    assert found == []


def test_a_fresh_gerai_invites_to_begin(visit: Visit, lived_a_month: Lived) -> None:
    """Every list of it is empty, says what will stand there, and is as whole as a full one."""
    life, _ = lived_a_month
    lists = "items stock receivings adjustments sales sales/exceptions shifts prices day"
    books = "ledger/journal ledger/trial-balance ledger/periods ledger/accounts/1-1100"
    paths = [f"/g/{life.fresh}/{name}" for name in ("", *lists.split(), *books.split())]
    assert [fault for path in paths for fault in seen(visit(NEWCOMER), path)] == []


def test_refusals_are_pages_too(visit: Visit, lived_a_month: Lived) -> None:
    code = lived_a_month[0].code
    refused = (
        ("budi", f"/g/{code}/ledger/journal", 403),
        ("budi", "/g/35.05.01.2002/", 404),
        ("budi", "/nothing-stands-here", 404),
        ("dewi", f"/g/{code}/sales/999999", 404),
        ("dewi", f"/g/{code}/items/999999", 404),
        ("wati", f"/g/{code}/ledger/entries/999999", 404),
        ("wati", f"/g/{code}/ledger/accounts/9-9999", 404),
        (NOBODY, "/nothing-stands-here", 404),
    )
    assert [fault for who, path, status in refused for fault in seen(visit(who), path, status)] == []
