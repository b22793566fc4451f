"""A cashier's day in a real browser: a shift, twenty baskets by keyboard alone, the count."""

import random
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from app.foundation.database import db
from app.ledger.models import Balance
from app.sales.models import Sale
from tests.browser.conftest import SignIn
from tests.conftest import let_go
from tests.shop import GOODS, RICE_CODE
from tests.village import TestVillage

pytestmark = pytest.mark.browser
BASKETS = 20


def scan(page: Page, text: str) -> None:
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def rupiah(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def ring_up(page: Page, chance: random.Random) -> int:
    """One basket by keyboard alone; answers what it cost after rounding."""
    due = 0
    for number in chance.sample(range(1, len(GOODS) + 1), 3):
        count = chance.randint(1, 2)
        scan(page, f"{count}*{RICE_CODE if number == 1 else number}")
        due += count * GOODS[number - 1][4]
    assert rupiah(page.inner_text("#total")) == due
    due -= due % 100
    page.keyboard.press("F9")
    page.wait_for_selector("#pay[open]")
    page.keyboard.type(str(due + 5_000))
    page.keyboard.press("Enter")
    page.wait_for_selector("#done:not([hidden])")
    assert page.inner_text("#done-change") == "Rp5.000"
    page.keyboard.press("Enter")
    page.wait_for_selector("#done[hidden]", state="attached")
    return due


def test_twenty_baskets_by_keyboard_and_the_count(sign_in: SignIn, lived_in: tuple[TestVillage, str]) -> None:
    village, base = lived_in
    page = sign_in("budi")
    page.goto(f"{base}/g/{village.code}/shifts/new")
    page.fill("[name=opening_float]", "100.000")
    page.keyboard.press("Enter")
    page.wait_for_selector("body[data-phase=ready]")
    chance = random.Random(7)  # the same baskets every time
    taken = sum(ring_up(page, chance) for _ in range(BASKETS))

    page.goto(f"{base}/g/{village.code}/shifts/1/closing")
    cash = 100_000 + taken
    for denomination in (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100):
        pieces, cash = divmod(cash, denomination)
        page.locator(f"[name$='{denomination}']").fill(str(pieces))
    page.get_by_role("button", name="Tutup sif").click()
    page.wait_for_url("**/shifts/1/z*")

    with village.app.app_context():
        assert db.session.query(Sale).count() == BASKETS
        drawer = db.session.get_one(Balance, (village.gerai_id, "1-1110", "shift:1"))
        safe = db.session.get_one(Balance, (village.gerai_id, "1-1100", ""))
        assert (drawer.amount, safe.amount) == (0, taken)
    let_go(village.app)


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_serious_on_the_till(
    sign_in: SignIn, lived_in: tuple[TestVillage, str], width: int
) -> None:
    village, base = lived_in
    page = sign_in("dewi", width=width)
    page.goto(f"{base}/g/{village.code}/till")
    page.wait_for_selector("body[data-phase=no_shift], body[data-phase=ready]")
    serious = [v for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
    assert serious == []
