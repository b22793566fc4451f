"""Buying through its pages: a nota by the pack on tempo, two payments, a bill, a return, a settlement."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import insert, select

from app.cash.operations import open_shift
from app.catalog.models import Container, Pack
from app.foundation.database import db, unit_of_work
from app.purchasing.models import Receiving, Supplier, SupplierPayment
from app.purchasing.rules import ReceivedLine
from tests.catalog.pages import get, reference_in, said, send
from tests.conftest import signed_in_as
from tests.inventory.faults import faults
from tests.inventory.goods import RICE
from tests.inventory.test_containers import lend
from tests.purchasing.goods import bought, on_hand, opened, sell_consigned
from tests.village import TestVillage

RICE_NAME = "Beras Pulen 5 kg"


@pytest.fixture
def dewi(village: TestVillage) -> Iterator[FlaskClient]:
    with signed_in_as(village.app, village.users["dewi"]) as client:
        yield client


def typed(**fields: Any) -> dict[str, Any]:
    return {"reference": str(uuid4())} | fields


NOTA = {
    "on": "2026-11-23", "supplier": "ud  makmur", "nota": "N-1", "paid_from": "tempo", "due_on": "2026-12-23",
    "freight": "10.000", "lines-0-item": RICE_NAME, "lines-0-quantity": "2", "lines-0-pack": "Dus",
    "lines-0-cost": "650.000", "lines-0-discount": "50.000",
}  # fmt: skip


def test_a_nota_on_tempo_by_the_pack_is_paid_in_two_parts(village: TestVillage, dewi: FlaskClient) -> None:
    opened(village)
    with unit_of_work() as session:
        session.execute(insert(Pack).values(gerai_id=village.gerai_id, item_no=RICE, milli=5_000, name="dus"))
    send(dewi, village, "receivings/new", typed(**NOTA))
    assert on_hand(village) == (10_000, 610_000)
    page = said(get(dewi, village, "receivings/1"))
    for words in ("Tempo", "10 karung", "2 Dus", "Ongkos kirim", "610.000", "23 Desember 2026"):
        assert words in page, words
    assert "Rp610.000" in said(get(dewi, village, "payables"))
    page = get(dewi, village, "suppliers/1/pay")
    form = {"reference": reference_in(page), "amount": "400.000", "paid_from": "safe"}
    for _ in range(2):  # a double click
        assert send(dewi, village, "suppliers/1/pay", form) == f"/g/{village.code}/supplier-payments/1"
    too_much = send(dewi, village, "suppliers/1/pay", typed(amount="210.001", paid_from="safe"), 422)
    assert "Sisa utangnya Rp210.000." in said(too_much) and 'value="210.001"' in too_much
    send(dewi, village, "suppliers/1/pay", typed(amount="210.000", paid_from="safe", chosen="1"))
    assert "Tidak ada utang usaha" in said(get(dewi, village, "payables"))
    proof = said(get(dewi, village, "supplier-payments/2"))
    assert "UD Makmur" in proof and "210.000" in proof
    assert len(db.session.scalars(select(SupplierPayment)).all()) == 2
    assert faults() == []


def test_a_new_supplier_is_added_with_his_first_nota_once(village: TestVillage, dewi: FlaskClient) -> None:
    opened(village)
    form = typed(**NOTA | {"supplier": "Toko Baru", "lines-0-pack": ""})
    page = send(dewi, village, "receivings/new", form, 422)
    assert "belum ada di daftar pemasok" in said(page) and 'value="Toko Baru"' in page
    form["new_supplier"] = "y"
    for _ in range(2):
        assert send(dewi, village, "receivings/new", form) == f"/g/{village.code}/receivings/1"
    assert [s.name for s in db.session.scalars(select(Supplier).order_by(Supplier.no))] == [
        "UD Makmur",
        "Toko Baru",
    ]


@pytest.mark.parametrize(
    "fields, sentence",
    [
        ({"lines-0-pack": "peti"}, "Beras Pulen 5 kg dihitung per karung."),
        ({"due_on": ""}, "Isi tanggal jatuh temponya."),
        ({"due_on": "2026-11-22"}, "Jatuh temponya lebih awal"),
        ({"lines-0-discount": "650.001"}, "Potongannya lebih besar"),
        ({"discount": "700.000"}, "Potongannya lebih besar"),
        ({"nota": ""}, "perlu nomor nota"),
        ({"empties-1": "3"}, "Tabung 3 kg kosong menurut catatan 0."),
    ],
)
def test_a_slip_is_told_and_nothing_comes_in(
    village: TestVillage, dewi: FlaskClient, fields: dict[str, str], sentence: str
) -> None:
    opened(village)
    with unit_of_work() as session:
        session.add(Container(gerai_id=village.gerai_id, no=1, name="Tabung 3 kg", deposit=150_000))
    page = send(dewi, village, "receivings/new", typed(**NOTA | {"lines-0-pack": ""} | fields), 422)
    assert sentence in said(page)
    assert db.session.scalars(select(Receiving)).all() == []


def test_the_same_nota_twice_is_told_with_the_first(village: TestVillage, dewi: FlaskClient) -> None:
    bought(village, opened(village))
    page = send(dewi, village, "receivings/new", typed(**NOTA | {"lines-0-pack": ""}), 422)
    assert "Nota N-1 dari pemasok ini sudah dicatat pada 23 November 2026 sebagai barang masuk 1." in said(
        page
    )


def test_a_bill_and_a_return_are_recorded_on_their_nota(village: TestVillage, dewi: FlaskClient) -> None:
    opened(village)
    bought(village, None, paid_from="unbilled", supplier="Pasar Wlingi")
    assert "Catat tagihan" in said(get(dewi, village, "receivings/1"))
    bill = {
        "supplier": "Pasar Wlingi",
        "nota": "T-1",
        "billed_on": "2026-11-23",
        "due_on": "2026-12-01",
        "amount": "640.000",
    }
    assert "belum ada di daftar" in said(send(dewi, village, "receivings/1/bill", typed(**bill), 422))
    send(dewi, village, "receivings/1/bill", typed(**bill | {"supplier": "UD Makmur"}))
    back = {"line-1": "2", "settled_by": "payable", "reason": "Karung sobek"}
    wrong = send(dewi, village, "receivings/1/return", typed(**back | {"line-1": "dua"}), 422)
    assert "Tulis jumlah seperti" in said(wrong) and 'value="dua"' in wrong
    assert "tinggal 10 karung" in said(
        send(dewi, village, "receivings/1/return", typed(**back | {"line-1": "11"}), 422)
    )
    send(dewi, village, "receivings/1/return", typed(**back))
    page = said(get(dewi, village, "receivings/1"))
    assert "T-1, Rp640.000" in page and "Retur 1" in page
    assert "Karung sobek" in said(get(dewi, village, "goods-returns/1"))
    assert "Rp510.000" in said(get(dewi, village, "suppliers/1"))
    assert faults() == []


def test_goods_on_consignment_come_in_and_are_settled(village: TestVillage, dewi: FlaskClient) -> None:
    opened(village)
    nota = {
        "on": "2026-11-23", "supplier": "Bu Tini", "new_supplier": "y", "nota": "", "paid_from": "consigned",
        "lines-0-item": RICE_NAME, "lines-0-quantity": "20", "lines-0-cost": "50.000",
    }  # fmt: skip
    send(dewi, village, "receivings/consigned", typed(**nota))
    sell_consigned(village.occasion("budi"), item_no=RICE, quantity_milli=3_000, amount=210_000)
    assert "Bu Tini" in said(get(dewi, village, "consignments"))
    page = said(get(dewi, village, "suppliers/2/settle"))
    assert "Terjual 3, sisa 17 karung" in page and "Rp150.000" in page
    form = {"amount": "100.000", "paid_from": "safe", f"returned-{RICE}": "18"}
    assert "tinggal 17 karung" in said(send(dewi, village, "suppliers/2/settle", typed(**form), 422))
    form[f"returned-{RICE}"] = "7"
    assert send(dewi, village, "suppliers/2/settle", typed(**form)).endswith("settlements/1")
    page = said(get(dewi, village, "settlements/1"))
    assert "Bu Tini" in page and "Rp50.000" in page
    assert on_hand(village) == (10_000, 0)
    assert faults() == []


def test_opname_is_counted_on_a_phone_and_approved(village: TestVillage, dewi: FlaskClient) -> None:
    bought(village, opened(village))
    page = get(dewi, village, "stock-counts/new")
    send(
        dewi,
        village,
        "stock-counts/new",
        {"reference": reference_in(page), "scope": "all", "threshold": "50.000"},
    )
    with signed_in_as(village.app, village.users["agus"]) as agus:
        blind = get(agus, village, f"stock-counts/1/items/{RICE}")
        assert "10 karung" not in said(blind) and "650.000" not in blind
        assert "Tulis jumlah" in said(
            send(agus, village, f"stock-counts/1/items/{RICE}", typed(quantity="x"), 422)
        )
        send(agus, village, f"stock-counts/1/items/{RICE}", typed(quantity="8"))
        assert "Hitung ulang (1)" in said(get(agus, village, "stock-counts/1"))
        mine = typed(quantity="8", look="2")
        assert "oleh orang lain" in said(send(agus, village, f"stock-counts/1/items/{RICE}", mine, 422))
    refused = send(dewi, village, "stock-counts/1/approval", typed(), 422)
    assert "harus dihitung ulang" in said(refused)
    assert "hitungan kedua" in said(get(dewi, village, f"stock-counts/1/items/{RICE}"))
    send(dewi, village, f"stock-counts/1/items/{RICE}", typed(quantity="9", look="2"))
    review = said(get(dewi, village, "stock-counts/1/result"))
    assert "catatan 10, dihitung 9" in review and "2 barang tidak dihitung" in review
    assert "Cabai Rawit" in said(get(dewi, village, "stock-counts/1/sheet"))
    send(dewi, village, "stock-counts/1/approval", typed(note="Opname bulanan"))
    assert "Disetujui" in said(get(dewi, village, "stock-counts/1/outcome"))
    assert on_hand(village) == (9_000, 585_000)
    assert faults() == []


def test_a_cylinder_is_taken_back_and_a_count_put_right(village: TestVillage, dewi: FlaskClient) -> None:
    with unit_of_work() as session:
        session.add(Container(gerai_id=village.gerai_id, no=1, name="Tabung 3 kg", deposit=150_000))
    lend(village.occasion("budi"), pieces=2, deposit=300_000)
    assert "Buka dulu sif kasir" in said(get(dewi, village, "stock/containers/1/return"))
    open_shift(village.occasion("budi"), register="A", opening_float=200_000)
    back = {"pieces": "1", "refund": "150.000", "shift_no": "1"}
    assert "dipinjam 2" in said(
        send(dewi, village, "stock/containers/1/return", typed(**back | {"pieces": "3"}), 422)
    )
    send(dewi, village, "stock/containers/1/return", typed(**back))
    send(dewi, village, "stock/containers/1/correction", typed(place="empty", pieces="5", reason="counted"))
    page = said(get(dewi, village, "stock/containers/1"))
    assert "Dihitung ulang" in page and "Rp150.000" in page
    assert "Tabung 3 kg" in said(get(dewi, village, "stock/containers"))
    assert faults() == []


def test_lists_ask_no_more_of_the_database_when_they_grow(village: TestVillage, dewi: FlaskClient) -> None:
    from tests.inventory.test_pages import counted

    makmur = opened(village)
    bought(village, makmur, nota="A")
    paths = (
        "suppliers",
        "suppliers/1",
        "payables",
        "suppliers/1/pay",
        "receivings",
        "receivings/1",
        "receivings/new",
    )
    asked = []
    for number in range(3):
        db.session.remove()
        with counted() as statements:
            for path in paths:
                get(dewi, village, path)
        asked.append(len(statements))
        bought(village, makmur, ReceivedLine(RICE, 1_000, 60_000), nota=f"B{number}")
    assert asked[0] == asked[1] == asked[2]


def test_empty_places_invite(village: TestVillage, dewi: FlaskClient) -> None:
    for path in ("suppliers", "payables", "consignments", "stock-counts", "stock/containers"):
        page = said(get(dewi, village, path))
        assert "Belum ada" in page or "Tidak ada" in page
