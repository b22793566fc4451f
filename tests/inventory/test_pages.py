"""The pages of the stock: what they show, to whom, and what a form does when it is refused."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from app.catalog.operations import add_barcode, end_item
from app.foundation.database import db
from app.inventory.models import Adjustment, Stock
from app.inventory.queries.card import CARD_PAGE
from app.inventory.queries.documents import PAGE
from app.purchasing.models import Receiving, ReceivingLine
from tests.catalog.pages import get, reference_in, said, send
from tests.conftest import signed_in_as
from tests.inventory.goods import CHILLI, GAS, RICE, adjust, receive, stock_the_shelf
from tests.inventory.test_consistency import sell
from tests.ledger.desk import counted, set_clock
from tests.village import TestVillage

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
CODE = "4006381333931"
RICE_NAME, CHILLI_NAME = "Beras Pulen 5 kg", "Cabai Rawit"


@pytest.fixture(autouse=True)
def noon(village: TestVillage, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, NOON)
    stock_the_shelf(village)


@pytest.fixture
def agus(village: TestVillage) -> Any:
    """The storekeeper's browser."""
    with signed_in_as(village.app, village.users["agus"]) as client:
        yield client


def nota(*lines: tuple[str, str, str], **fields: str) -> dict[str, str]:
    """A nota as it is typed: rows of item, quantity and cost."""
    form = {
        "reference": str(uuid4()),
        "on": "2026-11-23",
        "supplier": "UD Makmur",
        "new_supplier": "y",
        "nota": "N-7",
        "paid_from": "safe",
    }
    for row, line in enumerate(lines):
        form |= {
            f"lines-{row}-{name}": text for name, text in zip(("item", "quantity", "cost"), line, strict=True)
        }
    return form | fields


def stock_of(village: TestVillage, item: int) -> int:
    row = db.session.get(Stock, (village.gerai_id, item))
    return row.quantity_milli if row else 0


def test_an_empty_stock_invites_to_the_first_nota(village: TestVillage, agus: FlaskClient) -> None:
    for path in ("stock", "receivings", f"stock/{RICE}"):
        page = get(agus, village, path)
        assert "Belum" in said(page) and f"/g/{village.code}/receivings/new" in page
    assert "Belum ada penyesuaian" in said(get(agus, village, "adjustments"))
    with signed_in_as(village.app, village.users["joko"]) as auditor:
        assert "receivings/new" not in get(auditor, village, "stock")


def test_a_nota_is_copied_by_name_or_code_and_recorded_once(village: TestVillage, agus: FlaskClient) -> None:
    add_barcode(village.occasion("dewi"), item_no=RICE, code=CODE)
    page = get(agus, village, "receivings/new")
    assert page.count('role="group"') == 10 and 'value="2026-11-23"' in page
    lines = [
        (" beras  pulen 5 KG", "10", "Rp 650.000"),
        ("", " ", ""),
        (CODE, "2", "130.000"),
        (CHILLI_NAME, "1,250", "50.000"),
    ]
    form = nota(*lines, reference=reference_in(page))
    for _ in range(2):  # a double click
        assert send(agus, village, "receivings/new", form) == f"/g/{village.code}/receivings/1"
    assert (stock_of(village, RICE), stock_of(village, CHILLI)) == (12_000, 1_250)
    page = said(get(agus, village, "receivings/1"))
    for words in (
        "UD Makmur",
        "N-7",
        "Uang brankas",
        "Agus Salim",
        "10 karung",
        "65.000",
        "1,250 kg",
        "830.000",
    ):
        assert words in page
    assert "UD Makmur" in said(get(agus, village, "receivings"))


def test_goods_whose_bill_is_still_to_come_are_marked(village: TestVillage, agus: FlaskClient) -> None:
    send(agus, village, "receivings/new", nota((RICE_NAME, "1", "60.000"), paid_from="unbilled", nota=""))
    assert "Belum ada tagihan" in said(get(agus, village, "receivings"))
    assert "Tanpa nota" in said(get(agus, village, "receivings/1"))


@pytest.mark.parametrize(
    "lines, fields, sentence",
    [
        ([], {}, "Isi paling sedikit satu barang"),
        ([("Terigu", "1", "9.000")], {}, "Barang ini tidak ditemukan."),
        ([(RICE_NAME, "1", "")], {}, "Lengkapi barang, jumlah, dan biayanya"),
        ([("", "1", "9.000")], {}, "Lengkapi barang, jumlah, dan biayanya"),
        ([(RICE_NAME, "1,5", "60.000")], {}, "dihitung per karung utuh"),
        ([(RICE_NAME, "0", "60.000")], {}, "harus lebih dari nol"),
        ([(RICE_NAME, "sepuluh", "60.000")], {}, "Tulis jumlah seperti 3 atau 1,250."),
        ([(RICE_NAME, "1", "60.5")], {}, "Tulis rupiah bulat tanpa sen"),
        ([(CHILLI_NAME, "0,001", "1.000.000")], {}, "satu kg berharga Rp1.000.000.000"),
        ([(RICE_NAME, "1", "60.000")], {"on": "2026-11-24"}, "Tanggalnya belum tiba."),
        ([(RICE_NAME, "1", "60.000")], {"on": "2026-10-31"}, "belum ada di pembukuan"),
        ([(RICE_NAME, "1", "60.000")], {"on": "kemarin"}, "Tanggal ini tidak terbaca."),
        ([(RICE_NAME, "1", "60.000")], {"supplier": ""}, "Wajib diisi."),
        ([(RICE_NAME, "1", "60.000")], {"paid_from": "bank"}, "Pilih salah satu."),
    ],
)
def test_a_slip_on_a_nota_is_told_and_changes_nothing(
    village: TestVillage,
    agus: FlaskClient,
    lines: list[tuple[str, str, str]],
    fields: dict[str, str],
    sentence: str,
) -> None:
    form = nota(*[("", "", ""), *lines], **fields)
    page = send(agus, village, "receivings/new", form, 422)
    assert sentence in said(page)
    typed = [text for name, text in form.items() if text and name.startswith("lines")]
    assert all(f'value="{text}"' in page for text in typed)
    assert reference_in(page) == form["reference"]
    assert db.session.scalars(select(Receiving)).all() == []
    assert stock_of(village, RICE) == 0


def test_a_refused_line_is_marked_at_its_own_row(village: TestVillage, agus: FlaskClient) -> None:
    end_item(village.occasion("dewi"), item_no=GAS)
    lines = [(RICE_NAME, "1", "60.000"), ("", "", ""), ("LPG 3 kg", "1", "16.000")]
    page = send(agus, village, "receivings/new", nota(*lines), 422)
    assert 'id="lines-2-item-error"' in page and page.count('aria-invalid="true"') == 1
    assert "sudah tidak dijual" in said(page)


def test_a_long_nota_gets_more_rows_and_keeps_what_was_typed(village: TestVillage, agus: FlaskClient) -> None:
    page = send(agus, village, "receivings/new", nota((RICE_NAME, "1", "60.000"), more="yes"), 200)
    assert page.count('role="group"') == 20
    assert f'value="{RICE_NAME}"' in page and "Rp60.000" in said(page)
    assert db.session.scalars(select(Receiving)).all() == []
    lines = [(RICE_NAME, "1", "60.000")] * 20
    send(agus, village, "receivings/new", nota(*lines))
    assert len(db.session.scalars(select(ReceivingLine)).all()) == 20
    most = send(agus, village, "receivings/new", nota(*[(RICE_NAME, "1", "60.000")] * 100, more="yes"), 200)
    assert most.count('role="group"') == 100 and "Tambah 10 baris" not in most


def test_the_stock_shows_what_is_there_and_what_it_is_worth(village: TestVillage, agus: FlaskClient) -> None:
    receive(village, (RICE, 10_000, 650_000), (CHILLI, 1_500, 60_000), (GAS, 2_000, 32_000))
    adjust(village, GAS, 2_000, "lost")
    sell(village.occasion("budi"), item_no=CHILLI, quantity_milli=2_000)
    page = said(get(agus, village, "stock"))
    for words in (
        "10 karung 65.000 650.000",
        "Habis",
        "Di bawah nol",
        "−0,500 kg 40.000 −20.000",
        "Rp630.000",
    ):
        assert words in page
    short = said(get(agus, village, "stock?shown=short"))
    assert CHILLI_NAME in short and RICE_NAME not in short
    assert "LPG 3 kg" in said(get(agus, village, "stock?shown=none&q=lpg"))
    assert "Tidak ditemukan" in said(get(agus, village, "stock?q=zzz"))


def test_an_ended_item_leaves_the_stock_list_but_keeps_its_card(
    village: TestVillage, agus: FlaskClient
) -> None:
    receive(village, (RICE, 1_000, 60_000), (GAS, 1_000, 16_000))
    adjust(village, GAS, 1_000, "lost")
    end_item(village.occasion("dewi"), item_no=GAS)
    assert "LPG" not in said(get(agus, village, "stock"))
    assert "LPG" in said(get(agus, village, f"stock/{GAS}"))


def test_the_card_counts_back_from_what_is_there(village: TestVillage, agus: FlaskClient) -> None:
    receive(village, (RICE, 2_000, 120_000))
    sell(village.occasion("budi"), item_no=RICE, quantity_milli=3_000)
    receive(village, (RICE, 5_000, 350_000))
    page = said(get(agus, village, f"stock/{RICE}"))
    assert "4 karung" in page and "Rp280.000" in page
    # newest first: the receipt with its variance, the sale, the first receipt
    assert "Selisih Rp10.000 ke beban 5 350.000 4 280.000" in page
    assert "3 180.000 −1 −60.000" in page
    assert "2 120.000 2 120.000" in page


def test_a_long_card_is_walked_both_ways_with_the_same_figures(
    village: TestVillage, agus: FlaskClient
) -> None:
    for _ in range(CARD_PAGE + 5):
        receive(village, (RICE, 1_000, 60_000))
    first = get(agus, village, f"stock/{RICE}")
    older = first.split("before=")[1].split('"')[0]
    second = get(agus, village, f"stock/{RICE}?before={older}")
    assert "1 60.000 5 300.000" in said(second) and "1 60.000 1 60.000" in said(second)
    newer = second.split("after=")[1].split('"')[0]
    rows = said(first).split("Dokumen")[1].split("Lebih lama")[0]
    assert rows in said(get(agus, village, f"stock/{RICE}?after={newer}"))
    for odd in ("before=x", "after=999999999999-1", "before=99999999999999-1"):
        get(agus, village, f"stock/{RICE}?{odd}")


def test_longer_lists_ask_no_more_of_the_database(village: TestVillage, agus: FlaskClient) -> None:
    receive(village, (RICE, 1_000, 60_000))
    adjust(village, RICE, 1_000, "lost")
    paths = ("stock", f"stock/{RICE}", "receivings", "receivings/1", "adjustments", "receivings/new")
    asked = []
    for _ in range(3):
        db.session.remove()
        with counted() as statements:
            for path in paths:
                get(agus, village, path)
        asked.append(len(statements))
        receive(village, (RICE, 5_000, 300_000), (CHILLI, 1_000, 40_000), (GAS, 1_000, 16_000))
        adjust(village, RICE, 1_000, "damaged")
    assert asked[0] == asked[1] == asked[2]


def test_long_lists_of_notas_are_walked_by_number(village: TestVillage, agus: FlaskClient) -> None:
    for number in range(PAGE + 2):
        receive(village, (RICE, 1_000, 60_000), supplier=f"Pemasok {number:03d}")
    first = get(agus, village, "receivings")
    assert f"Pemasok {PAGE + 1:03d}" in first and "Pemasok 001" not in first and "Lebih lama" in first
    second = get(agus, village, "receivings?before=3")
    assert "Pemasok 001" in second and "Pemasok 000" in second and "Lebih baru" in second
    assert "Pemasok 002" in get(agus, village, "receivings?after=2")


def adjustment(**fields: str) -> dict[str, str]:
    form = {"item": RICE_NAME, "reason": "damaged", "quantity": "1", "note": "Dimakan tikus"}
    return {"reference": str(uuid4())} | form | fields


def test_stock_is_put_right_with_a_reason_once(village: TestVillage, agus: FlaskClient) -> None:
    receive(village, (RICE, 10_000, 600_000))
    page = get(agus, village, f"adjustments/new?item={RICE}")
    assert (
        f'value="{RICE_NAME}"' in page
        and "ada 10 karung" in said(page)
        and "Batas Anda Rp500.000" in said(page)
    )
    form = adjustment(quantity="2", reference=reference_in(page))
    for _ in range(2):  # a double click
        assert send(agus, village, "adjustments/new", form) == f"/g/{village.code}/adjustments/1"
    assert stock_of(village, RICE) == 8_000
    page = said(get(agus, village, "adjustments/1"))
    for words in ("Rusak", "−2 karung", "Rp120.000", "Dimakan tikus", "Agus Salim"):
        assert words in page
    assert "Dimakan tikus" in said(get(agus, village, "adjustments"))


@pytest.mark.parametrize(
    "fields, sentence",
    [
        ({"item": "Terigu"}, "Barang ini tidak ditemukan."),
        ({"reason": ""}, "Pilih salah satu."),
        ({"reason": "stolen"}, "Pilih salah satu."),
        ({"quantity": ""}, "Wajib diisi."),
        ({"quantity": "0"}, "harus lebih dari nol"),
        ({"quantity": "0,5"}, "dihitung per karung utuh"),
        ({"quantity": "11"}, "Menurut catatan stoknya 10 karung."),
        ({"quantity": "9"}, "Nilainya Rp540.000, melebihi batas Anda Rp500.000."),
        ({"note": " "}, "Wajib diisi."),
        ({"item": CHILLI_NAME, "reason": "found"}, "Harga beli barang ini belum diketahui."),
    ],
)
def test_a_slip_on_an_adjustment_is_told_and_changes_nothing(
    village: TestVillage, agus: FlaskClient, fields: dict[str, str], sentence: str
) -> None:
    receive(village, (RICE, 10_000, 600_000))
    form = adjustment(**fields)
    page = send(agus, village, "adjustments/new", form, 422)
    assert sentence in said(page)
    assert f'value="{form["item"]}"' in page and reference_in(page) == form["reference"]
    assert db.session.scalars(select(Adjustment)).all() == []


def test_a_manager_has_no_limit(village: TestVillage) -> None:
    receive(village, (RICE, 10_000, 600_000))
    with signed_in_as(village.app, village.users["dewi"]) as manager:
        assert "Batas Anda" not in said(get(manager, village, "adjustments/new"))
        send(manager, village, "adjustments/new", adjustment(quantity="10"))
    assert stock_of(village, RICE) == 0


def test_the_ledger_leads_back_to_the_documents(village: TestVillage) -> None:
    receive(village, (RICE, 10_000, 600_000))
    adjust(village, RICE, 1_000, "lost")
    with signed_in_as(village.app, village.users["wati"]) as treasurer:
        assert f"/g/{village.code}/receivings/1" in get(treasurer, village, "ledger/entries/1")
        assert "Penyesuaian stok 1" in said(get(treasurer, village, "ledger/entries/2"))
        assert "ledger/entries/1" in get(treasurer, village, "receivings/1")


def test_what_is_not_there_is_not_found_and_not_everybody_may_look(
    village: TestVillage, agus: FlaskClient
) -> None:
    for path in ("stock/9", "receivings/9", "adjustments/9", "stock/99999999999"):
        get(agus, village, path, 404)
    with signed_in_as(village.app, village.users["budi"]) as cashier:
        get(cashier, village, "stock")
        get(cashier, village, "receivings/new", 403)
    with signed_in_as(village.app, village.users["tono"]) as stranger:
        get(stranger, village, "stock", 404)
