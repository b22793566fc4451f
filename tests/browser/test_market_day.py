"""A market day through the till, the bon and the drawer; what came back the next day; a nota on tempo. To the rupiah."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

import pytest
from playwright.sync_api import Browser, expect

from app.access.pins import set_pin
from app.cash.operations import close_shift, count_drawer, open_shift
from app.demo.purse import pieces_of
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.receivables.operations import set_limit
from tests import shop
from tests.browser.accountant import count_and_close, fill, trial_balance, words
from tests.browser.counter import PIN, Counter
from tests.browser.stage import Visitor, served, visitor
from tests.browser.test_counter import Till
from tests.conftest import Databases, application, let_go
from tests.drills.serving import KEY
from tests.inventory.faults import faults
from tests.members.people import member
from tests.village import PASSWORD, TestVillage, find

pytestmark = pytest.mark.browser


@dataclass
class Gerai:
    village: TestVillage
    visit: Callable[[str], Visitor]

    def go(self, who: str, path: str) -> Visitor:
        """``who`` at a page of the gerai."""
        guest = self.visit(who)
        assert guest.go(f"/g/{self.village.code}{path}") == 200
        return guest

    def open_shift(self, opening_float: str) -> Till:
        budi = self.go("budi", "/shifts/new")
        budi.page.fill("[name=opening_float]", opening_float)
        budi.page.keyboard.press("Enter")
        budi.page.wait_for_url("**/till")
        return Till(budi, self.village, Counter(1, 0, "", "A-000001")).open()

    def books(self) -> dict[str, int]:
        return trial_balance(self.visit("wati"), self.village.code)

    def moved(self, before: dict[str, int]) -> dict[str, int]:
        """What each account moved by since ``before``."""
        after = self.books()
        return {
            account: after.get(account, 0) - before.get(account, 0)
            for account in sorted(after | before)
            if after.get(account, 0) != before.get(account, 0)
        }


@pytest.fixture(scope="module")
def gerai(
    databases: Databases, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Gerai]:
    """A furnished shop with one member, that sold two sacks of rice yesterday."""
    app = application(databases.copy(), PERSONAL_DATA_KEYS=KEY, PERSONAL_DATA_INDEX_KEY="drill" * 8)
    with app.app_context():
        village = find(app)
        shop.furnish(village)
        sari = member(village, "Sari Wulandari")
        set_limit(village.occasion("dewi"), member_no=sari, amount=200_000)
        set_pin(village.users["dewi"], PIN, PASSWORD)
        _yesterday(village)
    let_go(app)
    with served(app.config["DATABASE_URL"], tmp_path_factory.mktemp("market") / "log") as base:
        yield Gerai(village, cache(lambda who: visitor(browser, base, who, PASSWORD)))
    with app.app_context():
        assert faults() == []
    let_go(app)


def _yesterday(village: TestVillage) -> None:
    budi = village.occasion("budi", now() - timedelta(days=1))
    shift = int(open_shift(budi, register="A", opening_float=0).answer["shift"] or 0)
    lines = [{"item": shop.RICE, "quantity": "2"}]
    body = shop.basket(lines, shift=shift, cash=130_000, sold_at=budi.at.isoformat())
    shop.sell(village, body, at=budi.at)
    count_drawer(budi, shift_no=shift, pieces=pieces_of(130_000), any_shift=False)
    close_shift(budi, shift_no=shift, reason="", any_shift=False)


def test_a_market_day_ends_in_the_books_to_the_rupiah(gerai: Gerai) -> None:
    before = gerai.books()
    till = gerai.open_shift("100.000")

    till.scan(f"2*{shop.RICE_CODE}")  # two sacks at 65.000, paid with 150.000
    till.pay("150000")
    till.done()
    assert till.text("#done-change") == "Rp20.000"

    till.open().scan(shop.RICE_CODE)  # Sari: a sack and three soaps at 3.650, all of it on bon
    till.scan(f"3*{shop.SOAP}")
    till.member("1")
    assert till.text("#total") == "Rp75.950"
    till.press("F9")
    till.page.focus("#bon")
    till.press("Enter")
    till.done()

    till.open().scan(f"2*{shop.OIL}")  # two bottles at 15.700 by QRIS
    till.press("F9")
    till.page.fill("#qris", "31400")
    till.press("Enter")
    till.press("Enter")  # yes, it came in
    till.done()

    till.open().scan(f"1,25*{shop.EGGS}")  # 1,25 kg at 28.250 are 35.313, in cash 35.300
    assert till.text("#total") == "Rp35.313"
    till.pay()
    till.done()

    budi = gerai.go("budi", "/receivables/1")
    fill(budi, "Terima uang", {"kind": "cash"}, amount="25.000")
    gerai.go("budi", "/shifts/2/movements/new")
    fill(budi, "Catat", {"reason": "packaging"}, amount="15.000", note="Kantong plastik 2 pak")
    # 100.000 + 130.000 + 35.300 + 25.000 - 15.000
    count_and_close(budi, gerai.village.code, 2, 275_300)
    expect(budi.page.locator("main")).to_contain_text("Rp275.300")

    day = words(gerai.go("wati", "/day"))
    for sentence in (
        "Rp272.663 4 struk",  # 130.000 + 75.950 + 31.400 + 35.313
        "Dari anggota Rp75.950",
        "Dari bukan anggota Rp196.713",
        "Laba kotor Rp22.613",  # less 180.000 + 9.000 + 29.800 + 31.250 that it cost
    ):
        assert sentence.lower() in day.lower(), (sentence, day)
    assert gerai.moved(before) == {
        "1-1100": 175_300,  # the safe gave the float of 100.000 and got 275.300
        "1-1210": 31_400,
        "1-1300": 50_950,
        "1-1500": -250_050,
        "4-1100": -75_950,
        "4-1110": -196_713,
        "5-1100": 69_000,
        "5-1110": 181_050,
        "6-1720": 15_000,
        "8-1300": 13,
    }


def test_a_sack_comes_back_the_next_day_and_yesterday_stays_as_it_was(gerai: Gerai) -> None:
    before = gerai.books()
    till = gerai.open_shift("100.000")
    till.press("F3")
    till.scan("A-000001")
    till.page.wait_for_selector("#receipt-one:not([hidden])")
    till.page.click("#receipt-return")
    till.page.fill("#undo-lines input", "1")
    till.page.fill("#undo-reason", "Karung sobek")
    till.press("Enter")
    till.page.wait_for_selector("#approval[open]")  # above what Budi may give back alone
    till.page.fill("#approval-name", "dewi")
    till.page.fill("#approval-pin", PIN)
    till.press("Enter")
    till.page.wait_for_selector("#undo-done:not([hidden])")
    assert till.text("#undo-done-sum") == "Rp65.000"
    assert gerai.moved(before) == {
        "1-1100": -100_000,
        "1-1110": 35_000,
        "1-1500": 60_000,
        "4-1110": 65_000,
        "5-1110": -60_000,
    }
    yesterday = local_date(now()) - timedelta(days=1)
    assert "Rp130.000 1 struk" in words(gerai.go("wati", f"/day?on={yesterday}"))


def test_a_nota_on_tempo_is_paid_in_two_parts(gerai: Gerai) -> None:
    before = gerai.books()
    agus = gerai.go("agus", "/receivings/new")
    due = local_date(now()) + timedelta(days=14)
    agus.page.check("[name=new_supplier]")
    agus.page.fill("[name=lines-0-item]", "Gula pasir")
    agus.page.fill("[name=lines-0-quantity]", "40")
    agus.page.fill("[name=lines-0-cost]", "590.000")
    fill(agus, "Simpan nota", {"paid_from": "tempo"}, supplier="UD Makmur", nota="N-7", due_on=due)
    expect(agus.page.locator("h1")).to_have_text("UD Makmur")
    assert gerai.moved(before) == {"1-1500": 590_000, "2-1100": -590_000}
    for amount, left in (
        ("400.000", "Sisa utang Rp190.000"),
        ("190.000", "Tidak ada utang kepada pemasok ini"),
    ):
        fill(gerai.go("wati", "/suppliers/1/pay"), "Catat pembayaran", {"paid_from": "safe"}, amount=amount)
        assert left in words(gerai.go("wati", "/suppliers/1/pay"))
    assert gerai.moved(before) == {"1-1100": -590_000, "1-1500": 590_000}
