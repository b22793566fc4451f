"""A day at a counter that has everything, in a real browser: members, packs, scales, bon, PINs, what comes back."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from app.catalog import barcodes
from app.foundation.database import db
from app.ledger.models import Balance
from app.sales.models import Sale, SaleReprint, SaleReturn
from tests import shop
from tests.browser import counter
from tests.browser.counter import BOX_CODE, COFFEE_CODE, GAS, NOODLES_CODE, PIN, PLU, YESTERDAYS_SOAP, Counter
from tests.browser.seen import barriers
from tests.browser.stage import Visitor, served, visitor
from tests.conftest import Databases, application, let_go
from tests.village import PASSWORD, TestVillage, find

pytestmark = pytest.mark.browser


@dataclass
class Till:
    """Budi at his till, with the keyboard."""

    guest: Visitor
    village: TestVillage
    known: Counter

    @property
    def page(self) -> Page:
        return self.guest.page

    def open(self, width: int = 1280) -> "Till":
        """The page anew, with nothing in the basket."""
        self.guest.at_width(width)
        self.page.goto(f"{self.guest.base}/healthz")  # away from the till, which keeps what it is doing
        self.page.evaluate("sessionStorage.clear()")
        self.guest.go(f"/g/{self.village.code}/till")
        self.page.wait_for_selector("body[data-phase=ready]")
        return self

    def scan(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def member(self, text: str) -> None:
        self.press("F2")
        self.scan(text)
        self.page.wait_for_selector("#member:not([open])", state="attached")

    def pay(self, cash: str = "") -> None:
        """In cash; without a sum, the exact one."""
        self.press("F9")
        self.page.wait_for_selector("#pay[open]")
        if cash:
            self.page.keyboard.type(cash)
        else:
            self.press("F9")
        self.press("Enter")

    def done(self) -> str:
        """The number of the receipt."""
        self.page.wait_for_selector("#done:not([hidden])")
        return self.text("#done-sale").split(" ")[0]

    def text(self, selector: str) -> str:
        return self.page.inner_text(selector)

    def line(self, item: int) -> str:
        return " ".join(self.text(f'#lines tr[data-item="{item}"]').split())

    def balance(self, account: str, subledger: str) -> int:
        with self.village.app.app_context():
            found = db.session.get(Balance, (self.village.gerai_id, account, subledger))
            return found.amount if found else 0


@pytest.fixture(scope="module")
def till(databases: Databases, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Till]:
    app = application(
        databases.copy(), PERSONAL_DATA_INDEX_KEY="drill" * 8
    )  # the server's: a PIN hangs on it
    with app.app_context():
        village = find(app)
        known = counter.furnish(village)
    let_go(app)
    with served(app.config["DATABASE_URL"], Path(tmp_path_factory.mktemp("counter")) / "log") as base:
        guest = visitor(browser, base, "budi", PASSWORD, bypass_csp=True)
        guest.go(f"/g/{village.code}/shifts/new")
        guest.page.fill("[name=opening_float]", "100.000")
        guest.page.keyboard.press("Enter")
        guest.page.wait_for_url("**/till")
        yield Till(guest, village, known)
        guest.context.close()
    let_go(app)


def test_a_member_pays_their_own_price_and_everyone_the_break_the_pack_and_the_promotion(till: Till) -> None:
    till.open().scan(BOX_CODE)
    till.scan(f"12*{NOODLES_CODE}")
    till.scan(COFFEE_CODE)
    till.scan(barcodes._with_check(f"21{PLU:05d}01250"))  # a scale's label: 1,250 kg
    assert till.text("#total") == "Rp206.863"  # 118.000 + 12 x 3.000 + 17.550 + 1,25 x 28.250
    till.member(str(till.known.sari))
    assert till.text("#total") == "Rp206.550"
    assert "Sari Wulandari" in till.text("#buyer") and "sisa bon Rp200.000" in till.text("#buyer")
    assert "harga anggota" in till.line(shop.EGGS) and "1,250 kg" in till.line(shop.EGGS)
    assert "promo" in till.line(counter.COFFEE)
    assert till.page.locator(".why").all_inner_texts() == [
        "harga dus",
        "grosir ≥ 12 bungkus",
        "promo",
        "harga anggota",
    ]
    assert barriers(till.page) == []
    till.page.click("#member-drop")
    assert till.text("#total") == "Rp206.863"
    till.page.click("#note-act")
    assert till.text("#total") == "Rp206.550"


def test_a_card_under_the_scanner_names_its_member(till: Till) -> None:
    till.open().scan(till.known.card)
    till.page.wait_for_selector("#buyer:not([hidden])")
    assert till.text("#buyer-name") == "Sari Wulandari"
    till.member("sariyem")
    assert "belum anggota penuh" in till.text("#buyer")


def test_three_and_a_star_before_a_code_are_three_of_it(till: Till) -> None:
    till.open().scan(f"3*{NOODLES_CODE}")
    till.scan("2*" + BOX_CODE)
    assert till.page.locator("#lines tr").all_inner_texts()[1].startswith("Mi instan goreng")
    assert till.text("#total") == "Rp245.600"


def test_a_basket_is_paid_in_cash_by_transfer_and_on_bon(till: Till) -> None:
    before = till.balance("1-1300", f"member:{till.known.sari}")
    till.open().scan(f"2*{shop.RICE_CODE}")
    till.member(str(till.known.sari))
    till.press("F9")
    till.page.wait_for_selector("#pay[open]")
    till.page.keyboard.type("50000")
    till.page.fill("#transfer", "20000")
    till.page.focus("#bon")
    assert till.page.input_value("#bon") == "60.000"  # what is still open
    assert till.text("#pay-outcome") == "Rp0"
    assert barriers(till.page) == []
    till.press("Enter")
    assert till.text("#sure-title-money") == "Uang transfer sudah masuk?"
    till.press("Enter")
    till.done()
    assert "Bon Sari Wulandari bertambah Rp60.000." in till.text("#done-remarks")
    assert till.balance("1-1300", f"member:{till.known.sari}") == before + 60_000


def test_bon_is_for_members_as_far_as_it_reaches(till: Till) -> None:
    till.open().scan(f"10*{shop.RICE_CODE}")
    till.press("F9")
    till.page.wait_for_selector("#pay[open]")
    assert till.page.is_disabled("#bon") and "pilih anggota" in till.text("#bon-room")
    till.press("Escape")
    till.member(str(till.known.sari))
    till.press("F9")
    till.page.fill("#bon", "500000")
    till.press("Enter")
    assert "Sisa bon anggota ini" in till.text("#pay-error")
    assert till.page.evaluate("document.activeElement.id") == "bon"


def test_a_parked_basket_survives_a_reload_and_comes_back_with_its_member(till: Till) -> None:
    till.open().scan(f"2*{NOODLES_CODE}")
    till.member(str(till.known.sari))
    till.press("F4")
    expect(till.page.locator("#cart-empty")).to_be_visible()
    till.scan(COFFEE_CODE)
    till.press("F4")
    till.page.reload()
    till.page.wait_for_selector("body[data-phase=ready]")
    assert till.text("#parked-count") == "2"
    till.scan("1*" + COFFEE_CODE)
    till.page.click("#parked-open")
    assert barriers(till.page) == []
    till.page.get_by_role("button", name="Sari Wulandari").click()
    expect(till.page.locator("#buyer-name")).to_have_text("Sari Wulandari")
    assert till.text("#total") == "Rp6.400"
    assert till.text("#parked-count") == "2"  # what lay there took its place


def test_more_off_than_the_limit_takes_a_managers_pin_that_is_kept_nowhere(till: Till) -> None:
    till.open().scan(f"2*{shop.RICE_CODE}")
    till.press("F7")
    till.page.keyboard.type("10%")
    assert "dengan PIN pengelola" in till.text("#ask-preview")
    till.press("Enter")
    assert till.text("#total") == "Rp117.000"
    till.pay()
    till.page.wait_for_selector("#approval[open]")
    assert barriers(till.page) == []
    for pin in ("111222", PIN):
        till.page.fill("#approval-name", "dewi")
        till.page.fill("#approval-pin", pin)
        with till.page.expect_response("**/till/sales"):
            till.press("Enter")
        if pin != PIN:
            expect(till.page.locator("#approval-error")).not_to_be_empty()
    till.done()
    assert "Disetujui Dewi Kartika." in till.text("#done-remarks")
    kept = till.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert PIN not in kept and "dewi" not in kept


def test_a_cylinder_without_an_empty_takes_a_deposit(till: Till) -> None:
    lent = till.balance("2-1315", "container:1")
    till.open().scan(f"2*{GAS}")
    till.page.wait_for_selector("#ask[open]")
    assert "Tabung LPG 3 kg kosong dibawa?" in till.text("#ask-title")
    till.page.keyboard.type("1")
    assert "Rp150.000" in till.text("#ask-preview")
    till.press("Enter")
    assert till.text("#total") == "Rp188.000"
    till.pay("200000")
    till.done()
    assert till.text("#done-change") == "Rp12.000"
    assert till.balance("2-1315", "container:1") == lent - 150_000


def test_a_sale_is_undone_whole_on_the_shift_it_was_made_in(till: Till) -> None:
    till.open().scan(f"2*{NOODLES_CODE}")
    till.pay("10000")
    number = till.done()
    till.press("Enter", "F3")
    first = till.page.locator("#receipts-list button").first
    expect(first).to_contain_text(number)
    assert barriers(till.page) == []
    first.click()
    till.page.click("#receipt-void")
    till.press("Enter")
    assert "alasannya" in till.text("#undo-error")
    till.page.get_by_role("button", name="Pembeli batal").click()
    till.page.click("#undo-yes")
    till.page.wait_for_selector("#undo-done:not([hidden])")
    assert till.text("#undo-done-sum") == "Rp6.400"
    till.press("Enter", "F3")
    expect(till.page.locator("#receipts-list button").first).to_contain_text("batal")


def test_goods_come_back_the_next_day_against_their_receipt_and_never_twice(till: Till) -> None:
    till.open().press("F3")
    till.scan(till.known.old)
    till.page.wait_for_selector("#receipt-one:not([hidden])")
    assert not till.page.is_visible("#receipt-void")  # its shift is closed
    till.page.click("#receipt-return")
    till.page.keyboard.type(str(YESTERDAYS_SOAP + 1))
    till.page.fill("#undo-reason", "Sabun basah")
    till.press("Enter")
    assert "tidak lebih dari yang dibeli" in till.text("#undo-error")
    till.page.fill("#undo-lines input", "2")
    expect(till.page.locator("#undo-sum")).to_have_text("Rp7.300")
    assert barriers(till.page) == []
    till.press("Enter")
    till.page.wait_for_selector("#undo-done:not([hidden])")
    till.press("Enter", "F3")
    till.scan(till.known.old)
    expect(till.page.locator("#receipt-lines")).to_contain_text("2 pcs sudah dikembalikan")
    till.page.click("#receipt-return")
    expect(till.page.locator("#undo-lines")).to_contain_text("bisa kembali 1 pcs")
    with till.village.app.app_context():
        assert db.session.query(SaleReturn).filter_by(kind="return").count() == 1


def test_a_void_whose_answer_was_lost_is_sent_again_after_a_reload_and_happens_once(till: Till) -> None:
    page = till.open().page
    till.scan(NOODLES_CODE)
    till.pay("5000")
    till.done()

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/till/voids", lose, times=1)
    till.press("Enter", "F3")
    page.locator("#receipts-list button").first.click()
    page.click("#receipt-void")
    page.fill("#undo-reason", "Pembeli batal")
    page.click("#undo-yes")
    expect(page.locator("#undo-error")).to_contain_text("tidak akan tercatat dua kali")
    with till.village.app.app_context():
        voids = db.session.query(SaleReturn).filter_by(kind="void").count()
    page.reload()
    page.wait_for_selector("#undo-done:not([hidden])")
    assert till.text("#undo-done-sum") == "Rp3.200"
    with till.village.app.app_context():
        assert db.session.query(SaleReturn).filter_by(kind="void").count() == voids


def test_a_copy_of_a_receipt_is_counted(till: Till) -> None:
    till.open().press("F3")
    till.scan(till.known.old)
    till.page.wait_for_selector("#receipt-one:not([hidden])")
    with till.page.expect_response("**/receipt?width=58"):
        till.press("F8")
    with till.village.app.app_context():
        assert db.session.query(SaleReprint).count() == 1


def test_what_the_shelf_cannot_give_is_said_at_its_line(till: Till) -> None:
    till.open().scan(COFFEE_CODE)
    till.scan("900*3")
    till.pay()
    expect(till.page.locator(f'#lines tr[data-item="{shop.SOAP}"] .mark')).to_contain_text(
        "Stok Sabun mandi tinggal"
    )
    assert till.page.evaluate("document.activeElement.id") == "scan"
    assert till.page.get_attribute(f'#lines tr[data-item="{shop.SOAP}"]', "aria-current") == "true"


def test_a_sale_on_a_phone_needs_only_a_finger(till: Till) -> None:
    page = till.open(width=360).page
    page.click(f'#tiles .tile[data-item="{shop.SOAP}"]')
    page.click("#line-plus")
    page.click("#member-open")
    page.fill("#member-input", "sari wu")
    page.click("#member-list [role=option]")
    page.click("#pay-open")
    page.click("#quick-cash button:first-child")
    page.click("#pay-done")
    till.done()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert barriers(page) == []


def test_every_sale_of_the_day_stands_once(till: Till) -> None:
    with till.village.app.app_context():
        numbers = [number for (number,) in db.session.query(Sale.number).order_by(Sale.no)]
    assert numbers == [f"A-{at:06d}" for at in range(1, len(numbers) + 1)]
    heard = till.guest.listener.take()
    assert [each for each in heard if "answered 422" not in each and "till/voids failed" not in each] == []
