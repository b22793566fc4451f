"""A gerai that ran on paper brings its books in: uploaded by one, recorded by another, tied out to the rupiah."""

import io
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.catalog.operations import add_item
from app.foundation.database import db
from app.inventory.models import Stock
from app.ledger.draft import credit, debit
from app.ledger.models import Balance, Posting
from app.ledger.operations import close_period, post_journal
from app.ledger.refusals import ClosingObjected
from app.members.queries import member_facts
from app.opening.models import Opening
from app.opening.operations import record_opening
from app.opening.queries import preparation
from app.opening.refusals import RowsFaulty
from app.purchasing.models import Payable
from app.purchasing.operations import add_supplier
from app.savings.operations import set_terms
from tests.conftest import signed_in_as
from tests.inventory.faults import faults
from tests.members.people import candidate, nik_of
from tests.opening.sheets import record, upload
from tests.village import MORNING, TestVillage

RICE, EGGS = 1, 2
DECEMBER = MORNING + timedelta(days=10)


@pytest.fixture
def paper(village: TestVillage) -> TestVillage:
    """Two candidates, a supplier and a catalogue, and nothing in the books."""
    set_terms(village.occasion("slamet"), pokok=100_000, wajib=20_000, valid_from=date(2026, 1, 1))
    for serial, name in ((1, "Siti Aminah"), (2, "Wahyu Adi")):
        candidate(village, name, nik_of(serial))
    add_supplier(village.occasion("agus"), name="UD Sumber Rejeki", term_days=14)
    for name, unit, decimals in (("Beras medium 5 kg", "pak", 0), ("Telur ayam ras", "kg", 3)):
        dewi = village.occasion("dewi")
        add_item(dewi, name=name, unit=unit, decimals=decimals, stock_group="sembako", price=70_000)
    return village


def prepare(village: TestVillage, *, cash: int = 1_000_000) -> None:
    """All parts, by the treasurer. What there is: 1.000.000 + 600.000 + 62.500 + 45.000; owed: 250.000 + 480.000."""
    with signed_in_as(village.app, village.users["wati"]) as client:
        upload(client, village, "cash", ["Brankas", f"{cash}"], ["Kas kecil", ""])
        upload(client, village, "stock", [f"{RICE}", "", "10", "60.000"], [f"{EGGS}", "", "2,5", "25000"])
        upload(client, village, "bon", ["1", "", "3/10/2026", "45.000"], ["2", "", "", ""])
        upload(client, village, "payables", ["ud sumber rejeki", "N-88", "1/11/2026", "", "Rp 250.000"])
        upload(
            client, village, "savings", ["1", "", "100000", "60000", "300000"], ["2", "", "20.000", "", ""]
        )
        upload(client, village, "accounts", ["3-1400", "", "", "", "977.500"])


def balance(village: TestVillage, account: str, subledger: str = "") -> int:
    found = db.session.get(Balance, (village.gerai_id, account, subledger))
    return found.amount if found else 0


def test_what_one_uploads_another_records_and_it_ties_out(paper: TestVillage) -> None:
    prepare(paper)
    with signed_in_as(paper.app, paper.users["dewi"]) as client:
        page = record(client, paper)
        assert "Saldo awal sudah dicatat dan cocok" in page.text
    assert balance(paper, "3-9000") == 0
    assert balance(paper, "1-1100") == 1_000_000
    assert balance(paper, "1-1500") == 662_500
    assert balance(paper, "2-1100", "supplier:1") == -250_000
    assert balance(paper, "2-1110", "member:1") == -300_000
    assert balance(paper, "1-1300", "member:1") == 45_000
    assert db.session.get_one(Stock, (paper.gerai_id, EGGS)).value == 62_500
    payable = db.session.scalars(select(Payable)).one()
    assert (payable.amount, payable.billed_on, payable.due_on) == (
        250_000,
        date(2026, 11, 1),
        date(2026, 12, 1),
    )
    entries = db.session.scalars(
        select(Posting.entry_no).where(Posting.gerai_id == paper.gerai_id).distinct()
    )
    assert len(entries.all()) == 1


def test_every_check_of_the_books_holds_after_the_opening(paper: TestVillage) -> None:
    prepare(paper)
    with signed_in_as(paper.app, paper.users["dewi"]) as client:
        record(client, paper)
    assert balance(paper, "1-1100") == 1_000_000
    assert faults() == []


def test_a_candidate_whose_pokok_is_whole_is_a_member_and_the_other_waits(paper: TestVillage) -> None:
    prepare(paper)
    with signed_in_as(paper.app, paper.users["dewi"]) as client:
        record(client, paper)
    statuses = [member_facts(paper.gerai_id, no) for no in (1, 2)]
    assert [facts.status for facts in statuses if facts] == ["member", "candidate"]


def test_nobody_records_what_they_uploaded(paper: TestVillage) -> None:
    prepare(paper)
    with signed_in_as(paper.app, paper.users["wati"]) as client:
        assert "dicatat oleh orang lain" in record(client, paper).text
    assert db.session.get(Opening, paper.gerai_id) is None


def test_what_was_uploaded_anew_is_looked_at_anew(paper: TestVillage) -> None:
    prepare(paper)
    with signed_in_as(paper.app, paper.users["dewi"]) as client:
        client.post(f"/g/{paper.code}/opening", data={"on": "2026-11-23", "seen": "f" * 64})
    assert db.session.get(Opening, paper.gerai_id) is None


def test_it_happens_once(paper: TestVillage) -> None:
    prepare(paper)
    with signed_in_as(paper.app, paper.users["dewi"]) as client:
        record(client, paper)
        assert "sudah dicatat" in record(client, paper).text
        again = upload(client, paper, "cash", ["Brankas", "5"])
        assert "Perbaikannya lewat jurnal" in again.text
    assert balance(paper, "1-1100") == 1_000_000


def test_every_bad_row_is_named_and_nothing_is_recorded_before_it_is_right(paper: TestVillage) -> None:
    with signed_in_as(paper.app, paper.users["wati"]) as client:
        page = upload(
            client,
            paper,
            "stock",
            ["99", "", "1", "1000"],
            [f"{RICE}", "", "1,5", "1000"],
            [f"{EGGS}", "", "3", ""],
            [f"{EGGS}", "", "3", "25.000"],
            [f"{EGGS}", "", "", ""],
        ).text
        assert "Barang ini tidak ada di katalog" in page
        assert "Tulis jumlah seperti" in page
        assert "Isi harga belinya" in page
        assert "1 baris dibawa, 1 baris kosong dilewati" in page
    with signed_in_as(paper.app, paper.users["dewi"]) as client:
        assert "Catat saldo awal" not in client.get(f"/g/{paper.code}/opening").text
    seen = preparation(paper.gerai_id).seen
    with pytest.raises(RowsFaulty):
        record_opening(paper.occasion("dewi"), on=date(2026, 11, 23), seen=seen)
    assert db.session.get(Opening, paper.gerai_id) is None


def test_the_first_month_does_not_close_before_the_balances_tie_out(paper: TestVillage) -> None:
    prepare(paper, cash=1_200_000)
    with signed_in_as(paper.app, paper.users["dewi"]) as client:
        assert "baru bisa ditutup setelah nol" in record(client, paper).text
    assert balance(paper, "3-9000") == -200_000
    with pytest.raises(ClosingObjected):
        close_period(paper.occasion("wati", DECEMBER), month=date(2026, 11, 1))
    grant = (debit("3-9000", "KANTOR", 200_000), credit("3-1400", "KANTOR", 200_000))
    post_journal(
        paper.occasion("dewi", DECEMBER), on=date(2026, 11, 30), lines=grant, note="Hibah yang terlewat"
    )
    close_period(paper.occasion("wati", DECEMBER), month=date(2026, 11, 1))


def test_the_next_village_and_the_cashier_see_nothing_of_it(paper: TestVillage) -> None:
    prepare(paper)
    for who, status in (("tono", 404), ("budi", 403), ("sari", 403)):
        with signed_in_as(paper.app, paper.users[who]) as client:
            assert client.get(f"/g/{paper.code}/opening").status_code == status
            assert upload(client, paper, "cash", ["Brankas", "5"]).status_code == status


@pytest.mark.parametrize("part", ["cash", "stock", "bon", "payables", "savings", "accounts"])
def test_the_sheet_to_fill_in_reads_back_as_nothing(paper: TestVillage, part: str) -> None:
    """What is downloaded and uploaded untouched brings nothing in and finds no fault."""
    with signed_in_as(paper.app, paper.users["wati"]) as client:
        sheet = client.get(f"/g/{paper.code}/opening/{part}/sheet")
        data = {"file": (io.BytesIO(sheet.data), "isian.xlsx")}
        page = client.post(f"/g/{paper.code}/opening/{part}", data=data, follow_redirects=True).text
        assert "0 baris dibawa" in page
        assert "Perlu diperbaiki" not in page
