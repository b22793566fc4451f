"""Pages of prices, packs, limits, vessels, labels and spreadsheets, as the manager meets them."""

import html
import io
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import openpyxl
import pytest
from flask.testing import FlaskClient

from app.catalog import queries
from app.catalog.operations import Traits, add_pack, set_traits
from app.catalog.routes.blueprint import today
from app.catalog.seeds import goods, put_on_sale
from app.foundation.sheets import Sheet, write_csv, write_workbook
from tests.catalog.pages import check, get, said, send
from tests.catalog.test_pages import acts, put
from tests.conftest import signed_in_as
from tests.ledger.desk import counted
from tests.village import TestVillage


@pytest.fixture
def client(village: TestVillage) -> Any:
    with signed_in_as(village.app, village.users["dewi"]) as client:
        yield client


def facts(village: TestVillage, no: int = 1) -> queries.ItemFacts:
    return queries.items_by_no(village.gerai_id, [no], today())[no]


def test_tomorrows_price_is_seen_ahead_and_taken_back(village: TestVillage, client: FlaskClient) -> None:
    put(village)
    tomorrow = today() + timedelta(days=1)
    get(client, village, "items/1/price")
    send(client, village, "items/1/price", acts(price="72.000", starts_on=tomorrow.isoformat()))
    page = said(get(client, village, "items/1"))
    assert "Akan datang" in page and "Rp72.000" in page and "Dewi Kartika" in page
    assert facts(village).price == 70_000
    send(client, village, "items/1/prices/2/ending", acts())
    assert "Akan datang" not in said(get(client, village, "items/1"))
    assert "sudah tidak berlaku" in said(send(client, village, "items/1/prices/2/ending", acts(), 422))


def test_a_price_of_each_kind_is_set_on_one_page(village: TestVillage, client: FlaskClient) -> None:
    put(village)
    add_pack(village.occasion("dewi"), item_no=1, name="bal", milli=4_000)
    for typed, price in (
        ({"kind": "member"}, "69.000"),
        ({"kind": "wholesale", "from_milli": "10"}, "68.000"),
        ({"kind": "pack:4000"}, "270.000"),
    ):
        send(client, village, "items/1/price", acts(price=price, **typed))
    kinds = {(rule.kind, rule.from_milli, rule.price) for rule in facts(village).rules}
    assert kinds == {
        ("retail", 0, 70_000),
        ("member", 0, 69_000),
        ("wholesale", 10_000, 68_000),
        ("pack", 4_000, 270_000),
    }
    for typed, sentence in (
        ({"kind": "wholesale"}, "Tulis jumlah paling sedikit"),
        ({"kind": "member", "price": "70.000"}, "lebih rendah dari harga eceran, yaitu Rp70.000"),
        ({"kind": "pack:5000"}, "Pilih salah satu."),
        ({"kind": "retail", "starts_on": "2020-01-01"}, "mulai hari ini atau sesudahnya"),
    ):
        assert sentence in said(
            send(client, village, "items/1/price", acts(**{"price": "1.000", **typed}), 422)
        )
    assert "Grosir mulai 10 karung" in said(get(client, village, "items/1"))
    assert "69.000" in said(get(client, village, "prices"))


def test_a_limit_blocks_or_asks(village: TestVillage, client: FlaskClient) -> None:
    put(village, "SPHP 5 kg", price=60_000)
    put(village, "Gula", unit="kg", decimals=3, price=17_000)
    send(client, village, "items/1/traits", acts(good="beras-sphp", net_milli="5"))
    send(client, village, "items/2/traits", acts(good="gula", net_milli="1"))
    assert 'name="above_ceiling"' not in get(client, village, "items/1/price")
    page = said(send(client, village, "items/1/price", acts(price="62.501"), 422))
    assert "harga eceran tertinggi dari pemerintah, yaitu Rp62.500" in page
    assert "harga acuan" in said(send(client, village, "items/2/price", acts(price="18.000"), 422))
    send(client, village, "items/2/price", acts(price="18.000", above_ceiling="y"))
    page = said(get(client, village, "items?shown=above"))
    assert "Gula" in page and "SPHP" not in page and "Paling tinggi Rp17.500" in page
    for typed, sentence in (({"good": "gula"}, "Tulis isi bersih"), ({"plu": "7"}, "ditimbang dalam kg")):
        assert sentence in said(send(client, village, "items/1/traits", acts(**typed), 422))


def test_a_promotion_is_for_what_may_be_promoted(village: TestVillage, client: FlaskClient) -> None:
    put(village)
    days = {"starts_on": today().isoformat(), "ends_on": today().isoformat()}
    get(client, village, "items/1/promotion")
    send(client, village, "items/1/promotion", acts(label="Panen raya", percent="10", **days))
    page = said(get(client, village, "items/1"))
    assert "Panen raya potongan 10%" in page
    assert "63.000" in said(get(client, village, "prices"))
    wrong = acts(label="", percent="100", **days)
    assert "1 sampai 99 persen" in said(send(client, village, "items/1/promotion", wrong, 422))
    both = acts(label="x", percent="5", price="60.000", **days)
    assert "Isi salah satu" in said(send(client, village, "items/1/promotion", both, 422))


def test_packs_and_vessels_have_their_pages(village: TestVillage, client: FlaskClient) -> None:
    put(village)
    get(client, village, "items/1/packs/new")
    send(client, village, "items/1/packs/new", acts(name="bal", milli="4"))
    again = send(client, village, "items/1/packs/new", acts(name="bal", milli="5"), 422)
    assert "Sudah ada kemasan bal" in said(again)
    send(client, village, "items/1/barcodes", acts(code="4006381333931", milli="4000"))
    assert "pada kemasan isi 4" in said(get(client, village, "items/1"))
    send(client, village, "items/1/packs/4000/removal", acts())
    assert "4006381333931" not in said(get(client, village, "items/1"))
    assert "Belum ada wadah" in said(get(client, village, "containers"))
    send(client, village, "containers/new", acts(name="Galon 19 liter", deposit="45.000"))
    send(client, village, "containers/1", acts(name="Galon besar", deposit="50.000"))
    assert "Galon besar 50.000" in said(get(client, village, "containers"))
    get(client, village, "containers/1")
    get(client, village, "containers/9", 404)
    send(client, village, "items/1/traits", acts(container_no="1"))
    assert "Galon besar" in said(get(client, village, "items/1"))


def test_the_list_is_narrowed_by_group_and_stays_quick(village: TestVillage, client: FlaskClient) -> None:
    put_on_sale(village.occasion("dewi"), goods()[:8])
    with counted() as few:
        get(client, village, "items")
    put_on_sale(village.occasion("dewi"), goods()[8:])
    with counted() as many:
        get(client, village, "items")
    assert len(many) == len(few)
    page = said(get(client, village, "items?group=subsidised"))
    assert "LPG 3 kg" in page and "Mi Instan" not in page


def test_labels_are_printed_of_chosen_items(village: TestVillage, client: FlaskClient) -> None:
    put_on_sale(village.occasion("dewi"), goods())
    assert "Beras SPHP 5 kg" in said(get(client, village, "labels?q=sphp"))
    page = get(client, village, "labels/sheet?n1=2&n2=1&n999=1&nx=1&n3=zzz")
    assert page.count('class="shelf-label"') == 3 and page.count('<svg class="label-bars"') == 2
    assert "Rp12.500 per kg" in said(page)
    assert "Belum ada label dipilih" in said(get(client, village, "labels/sheet"))
    assert get(client, village, "labels/sheet?n1=999").count('class="shelf-label"') == 24


def upload(client: FlaskClient, village: TestVillage, content: bytes, status: int = 200) -> str:
    form = {"reference": str(uuid4()), "file": (io.BytesIO(content), "barang.xlsx")}
    answer = client.post(f"/g/{village.code}/items/import", data=form, content_type="multipart/form-data")
    assert answer.status_code == status, answer.text[:300]
    check(answer.text)
    return str(answer.text)


def confirmed(page: str) -> dict[str, str]:
    """The hidden fields of a preview."""
    found = {}
    for name in ("reference", "rows", "above_ceiling"):
        match = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)
        if match:
            found[name] = html.unescape(match[1])
    return found


def test_the_catalogue_goes_out_and_comes_back_the_same(village: TestVillage, client: FlaskClient) -> None:
    put_on_sale(village.occasion("dewi"), goods())
    for kind in ("xlsx", "csv"):
        out = client.get(f"/g/{village.code}/items/spreadsheet.{kind}")
        assert out.status_code == 200 and "attachment" in out.headers["Content-Disposition"]
        page = said(upload(client, village, out.data))
        assert "0 baru, 0 berubah" in page and "0 perlu diperbaiki" in page


def test_a_preview_names_every_bad_row_and_the_good_ones_are_done_at_once(
    village: TestVillage, client: FlaskClient
) -> None:
    put(village)
    rows = [
        [1, "", "", "71.000", ""],
        [None, "Sabun", "buah", "4.000", "4006381333931"],
        [None, "Garam", "", "2.000", ""],
        [None, "Kecap", "botol", "mahal", ""],
        [99, "", "", "1.000", ""],
        [None, "=cmd()", "buah", "", ""],
    ]
    sheet = Sheet("Barang", ["Nomor", "Nama barang", "Satuan", "Harga eceran", "Kode batang"], rows)
    page = upload(client, village, write_csv(sheet))
    words = said(page)
    assert "2 baru, 1 berubah, 0 tetap, 3 perlu diperbaiki" in words
    assert "Tulis satuannya" in words and "Harga eceran tidak terbaca: mahal" in words
    assert "Rp70.000 menjadi Rp71.000" in words and "6 Nomor 99" in words
    assert facts(village).price == 70_000 and len(queries.till_items(village.gerai_id)) == 1
    form = confirmed(page)
    for _ in range(2):  # a double click
        send(client, village, "items/import/confirmation", form)
    assert facts(village).price == 71_000
    out = client.get(f"/g/{village.code}/items/spreadsheet.xlsx").data
    cells = [
        cell for row in openpyxl.load_workbook(io.BytesIO(out)).worksheets[0].iter_rows() for cell in row
    ]
    assert "'=cmd()" in [cell.value for cell in cells] and all(cell.data_type != "f" for cell in cells)


def test_what_is_no_preview_is_not_done(village: TestVillage, client: FlaskClient) -> None:
    put(village)
    get(client, village, "items/import")
    assert "tidak terbaca" in said(upload(client, village, b"\x89PNG\0", 422))
    assert "Nama barang" in said(upload(client, village, b"Harga\n5", 422))
    for rows in ("", "x", "{}", '[{"row":1,"price":1.5}]', '[{"evil":1}]', '[{"codes":[1]}]', '[{"name":5}]'):
        send(client, village, "items/import/confirmation", acts(rows=rows), 422)
    page = upload(client, village, write_workbook([Sheet("x", ["Nama"], [["Beras Pulen 5 kg"]])]))
    assert "Tidak ada yang berubah" in said(page)
    with signed_in_as(village.app, village.users["agus"]) as storekeeper:
        get(storekeeper, village, "items/import", 403)
        get(storekeeper, village, "labels")


def test_another_gerais_goods_stay_unseen(village: TestVillage, client: FlaskClient) -> None:
    put(village)
    set_traits(village.occasion("dewi"), item_no=1, traits=Traits(good="gula", net_milli=5_000))
    with signed_in_as(village.app, village.users["tono"]) as stranger:
        for path in ("items/1/price", "labels", "containers", "items/import", "items/spreadsheet.csv"):
            get(stranger, village, path, 404)
