"""The first month of a gerai that ran on paper: its saldo awal ties out, it trades, and the month is closed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

import pytest
from flask_migrate import upgrade
from playwright.sync_api import Browser

from app.books.book import Occasion
from app.cash.operations import give_cash, open_shift
from app.catalog.operations import add_item
from app.foundation.clock import now
from app.foundation.database import db
from app.foundation.dates import local_date, month_start, previous_month
from app.foundation.sheets import Sheet, write_csv
from app.ledger.draft import credit, debit
from app.ledger.operations import post_journal
from app.members.operations import register_member
from app.opening.parts import PARTS
from app.purchasing.operations import add_supplier
from app.savings.operations import set_terms
from tests import shop
from tests import village as test_village
from tests.browser.accountant import count_and_close, fill, trial_balance, words
from tests.browser.stage import Visitor, served, visitor
from tests.conftest import Databases, application, let_go
from tests.drills.serving import KEY
from tests.inventory.faults import faults
from tests.members.people import nik_of, person
from tests.village import PASSWORD, TestVillage

pytestmark = pytest.mark.browser
RICE, EGGS = 1, 2
MONTH = previous_month(local_date(now()))
"""The month before this one, which is over and can be closed."""
TIED = {
    "1-1100": 1_000_000,
    "1-1300": 45_000,
    "1-1500": 662_500,  # 10 x 60.000 and 2,5 kg x 25.000
    "2-1100": -250_000,
    "2-1110": -300_000,
    "3-1100": -120_000,  # Siti's pokok, and what Wahyu has paid of his
    "3-1200": -60_000,
    "3-1400": -977_500,
}
CLOSED = TIED | {
    "1-1100": 850_000,  # less the float of 100.000 and the power of 50.000
    "1-1110": 160_000,
    "1-1130": 150_000,
    "1-1210": 70_000,
    "1-1500": 457_500,
    "4-1100": -70_000,
    "4-1110": -210_000,
    "5-1100": 25_000,
    "5-1110": 180_000,
    "6-1200": 50_000,
}


def day(of_month: int) -> datetime:
    """Seven in the morning in Blitar."""
    return datetime.combine(MONTH + timedelta(days=of_month - 1), time(), UTC)


def written(on: date) -> str:
    return f"{on.day}/{on.month}/{on.year}"


@dataclass
class Gerai:
    village: TestVillage
    visit: Callable[[str], Visitor]

    def go(self, who: str, path: str) -> Visitor:
        """``who`` at a page of the gerai."""
        guest = self.visit(who)
        assert guest.go(f"/g/{self.village.code}{path}") == 200
        return guest

    def by(self, who: str, of_month: int) -> Occasion:
        return self.village.occasion(who, day(of_month))

    def upload(self, part: str, *rows: list[Any]) -> str:
        """Wati uploads a part; answers what the page says of it."""
        wati = self.go("wati", f"/opening/{part}")
        with self.village.app.test_request_context():
            body = write_csv(Sheet("x", PARTS[part].heading(), rows))
        sheet: Any = {"name": f"{part}.csv", "mimeType": "text/csv", "buffer": body}
        wati.page.set_input_files("[name=file]", sheet)
        fill(wati, "Unggah")
        return words(wati)


@pytest.fixture(scope="module")
def gerai(
    databases: Databases, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Gerai]:
    """Sukamaju at the beginning of last month: two candidates, a supplier and a catalogue, nothing in the books."""
    app = application(databases.empty(), PERSONAL_DATA_KEYS=KEY, PERSONAL_DATA_INDEX_KEY="drill" * 8)
    with app.app_context(), pytest.MonkeyPatch.context() as patch:
        upgrade()
        patch.setattr(test_village, "MORNING", day(1))
        village = test_village.build(app)
        _prepare(village)
    let_go(app)
    with served(app.config["DATABASE_URL"], tmp_path_factory.mktemp("first") / "log") as base:
        yield Gerai(village, cache(lambda who: visitor(browser, base, who, PASSWORD)))
    with app.app_context():
        assert faults() == []
    let_go(app)


def _prepare(village: TestVillage) -> None:
    dewi, lestari = village.occasion("dewi", day(1)), village.occasion("lestari", day(1))
    set_terms(village.occasion("slamet", day(1)), pokok=100_000, wajib=20_000, valid_from=MONTH)
    for serial, name in ((1, "Siti Aminah"), (2, "Wahyu Adi")):
        register_member(lestari, person=person(name, nik_of(serial)), on=MONTH)
    add_supplier(village.occasion("agus", day(1)), name="UD Sumber Rejeki", term_days=14)
    for name, unit, decimals in (("Beras medium 5 kg", "pak", 0), ("Telur ayam ras", "kg", 3)):
        add_item(dewi, name=name, unit=unit, decimals=decimals, stock_group="sembako", price=70_000)
    db.session.remove()


def test_a_saldo_awal_is_uploaded_by_one_recorded_by_another_and_ties_out(gerai: Gerai) -> None:
    earlier = MONTH - timedelta(days=20)
    gerai.upload("cash", ["Brankas", "1.000.000"])
    assert "Tulis jumlah" in gerai.upload("stock", [f"{RICE}", "", "1,5", "60.000"])
    assert "2 baris dibawa" in gerai.upload(
        "stock", [f"{RICE}", "", "10", "60.000"], [f"{EGGS}", "", "2,5", "25.000"]
    )
    gerai.upload("bon", ["1", "", written(earlier), "45.000"])
    gerai.upload("payables", ["UD Sumber Rejeki", "N-88", written(earlier), "", "250.000"])
    gerai.upload("savings", ["1", "", "100.000", "60.000", "300.000"], ["2", "", "20.000", "", ""])
    gerai.upload("accounts", ["3-1400", "", "", "", "777.500"])
    wati = gerai.go("wati", "/opening")
    assert "Selisih ke ekuitas saldo awal 200.000" in words(wati)
    gerai.upload("accounts", ["3-1400", "", "", "", "977.500"])
    wati = gerai.go("wati", "/opening")
    assert "Selisih ke ekuitas saldo awal 0" in words(wati)
    fill(wati, "Catat saldo awal", on=MONTH)
    assert "dicatat oleh orang lain" in words(wati)
    dewi = gerai.go("dewi", "/opening")
    fill(dewi, "Catat saldo awal", on=MONTH)
    assert "Saldo awal sudah dicatat dan cocok" in words(dewi)
    assert trial_balance(gerai.visit("wati"), gerai.village.code, f"{MONTH:%Y-%m}") == TIED
    assert "Rp45.000" in words(gerai.go("wati", "/receivables/1"))
    assert "Sisa utang Rp250.000" in words(gerai.go("wati", "/suppliers/1/pay"))


def _trade(gerai: Gerai) -> None:
    """On the tenth: three sacks in cash, a kilogram of eggs to Siti by QRIS, a bill from the safe, money on its way."""
    village, budi = gerai.village, gerai.by("budi", 10)
    with village.app.app_context():
        shift = int(open_shift(budi, register="A", opening_float=100_000).answer["shift"] or 0)
        facts: dict[str, Any] = {"shift": shift, "sold_at": budi.at.isoformat()}
        rice, eggs = [{"item": RICE, "quantity": "3"}], [{"item": EGGS, "quantity": "1"}]
        shop.sell(village, shop.basket(rice, seq=1, cash=210_000, **facts), at=budi.at)
        qris = [{"kind": "qris", "amount": 70_000}]
        shop.sell(village, shop.basket(eggs, seq=2, tenders=qris, member=1, **facts), at=budi.at)
        give: dict[str, Any] = {"origin": "drawer", "destination": "safe", "note": ""}
        give_cash(budi, amount=150_000, shift_no=shift, **give)
        bill = (debit("6-1200", "TOKO", 50_000), credit("1-1100", "TOKO", 50_000))
        post_journal(gerai.by("wati", 10), on=local_date(budi.at), lines=bill, note="Token listrik")
        db.session.remove()
    let_go(village.app)


def test_a_month_names_what_is_open_then_closes_and_its_statements_tie(gerai: Gerai) -> None:
    _trade(gerai)
    page = f"/ledger/periods/{MONTH:%Y-%m}"
    waits = words(gerai.go("wati", page))
    for sentence in (
        "Sif 1 masih buka.",
        "erah terima uang 1 belum diterima",
        "Uang QRIS dan transfer yang belum masuk bank Rp70.000.",
        "Bulan ini belum dapat ditutup.",
    ):
        assert sentence in waits, (sentence, waits)
    gerai.go("wati", "/cash/transfers/1")
    fill(gerai.visit("wati"), "Terima", amount="150.000")
    gerai.go("budi", "/shifts/mine")
    count_and_close(gerai.visit("budi"), gerai.village.code, 1, 160_000)  # 100.000 + 210.000 - 150.000

    wati = gerai.go("wati", page)
    assert "masih buka" not in words(wati)
    wati.page.click("details.confirm summary")
    fill(wati, "Ya, tutup bulan")
    assert "Ditutup oleh Wati Rahayu" in words(wati)
    # 280.000 sold, 180.000 + 25.000 that it cost, 50.000 for power
    assert "Sisa hasil usaha Rp25.000" in words(gerai.go("joko", page))
    assert trial_balance(gerai.visit("wati"), gerai.village.code, f"{MONTH:%Y-%m}") == CLOSED
    results = words(gerai.go("joko", f"{page}/results"), "article")
    for sums in ("dari anggota 45.000", "dari bukan anggota 30.000", "Sisa hasil usaha 25.000"):
        assert sums in results, results
    position = words(gerai.go("joko", f"{page}/position"), "article")
    for sums in ("Jumlah aset 1.732.500", "Jumlah kewajiban dan ekuitas 1.732.500"):
        assert sums in position, position


def test_a_closed_month_takes_nothing_more(gerai: Gerai) -> None:
    wati = gerai.go("wati", "/ledger/entries/new")
    typed = {
        "lines-0-account": "6-1200",
        "lines-0-debit": "10.000",
        "lines-1-account": "1-1100",
        "lines-1-credit": "10.000",
    }
    fill(wati, "Catat ayat", on=month_start(MONTH), note="Listrik yang terlewat", **typed)
    assert "sudah ditutup" in words(wati)
