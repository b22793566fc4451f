"""The pages of the catalogue: what they show, to whom, and what a form does when it is refused."""

from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from app.catalog import queries
from app.catalog.operations import add_barcode, add_item, add_own_barcode, end_item, set_price
from app.catalog.queries.by_name import PAGE
from tests.catalog.pages import get, reference_in, said, send
from tests.conftest import signed_in_as
from tests.ledger.desk import counted
from tests.village import TestVillage

RICE = {"name": "Beras Pulen 5 kg", "unit": "karung", "decimals": "0", "stock_group": "sembako"}
CODE = "4006381333931"


def acts(**fields: Any) -> dict[str, Any]:
    return {"reference": str(uuid4())} | fields


def put(village: TestVillage, name: str = "Beras Pulen 5 kg", **facts: Any) -> int:
    content = {"unit": "karung", "decimals": 0, "stock_group": "sembako", "price": 70_000} | facts
    return add_item(village.occasion("dewi"), name=name, **content).answer["item"]


@pytest.fixture
def client(village: TestVillage) -> Any:
    """The manager's."""
    with signed_in_as(village.app, village.users["dewi"]) as client:
        yield client


def test_an_empty_catalogue_invites_to_the_first_item(village: TestVillage, client: FlaskClient) -> None:
    page = get(client, village, "items")
    assert "Belum ada barang" in said(page) and f"/g/{village.code}/items/new" in page
    with signed_in_as(village.app, village.users["budi"]) as cashier:
        page = get(cashier, village, "items")
        assert "Belum ada barang" in said(page) and "items/new" not in page


def test_a_manager_adds_an_item_with_its_price_once(village: TestVillage, client: FlaskClient) -> None:
    form = {"reference": reference_in(get(client, village, "items/new")), **RICE, "price": "Rp 70.000"}
    for _ in range(2):  # a double click
        assert send(client, village, "items/new", form) == f"/g/{village.code}/items/1"
    assert "Rp70.000" in said(get(client, village, "items/1"))
    assert len(queries.till_items(village.gerai_id)) == 1


def test_a_storekeeper_adds_an_item_that_waits_for_its_price(
    village: TestVillage, client: FlaskClient
) -> None:
    with signed_in_as(village.app, village.users["agus"]) as storekeeper:
        assert 'name="price"' not in get(storekeeper, village, "items/new")
        send(storekeeper, village, "items/new", acts(**RICE, price="1"))
        assert "Tetapkan harga" not in said(get(storekeeper, village, "items/1"))
        get(storekeeper, village, "items/1/price", 403)
    assert queries.items_by_no(village.gerai_id, [1])[1].price == 0
    assert "Beras Pulen" in said(get(client, village, "items?shown=unpriced"))
    assert "Beras Pulen" not in said(get(client, village, "prices"))
    send(client, village, "items/1/price", acts(price="71.500"))
    assert "71.500" in said(get(client, village, "prices"))


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"name": " "}, "Wajib diisi."),
        ({"name": "x" * 61}, "Paling banyak 60 huruf."),
        ({"unit": "kilogramnya"}, "Paling banyak 10 huruf."),
        ({"decimals": "2"}, "Pilih salah satu."),
        ({"stock_group": ""}, "Pilih salah satu."),
        ({"price": "12.5"}, "Tulis rupiah bulat tanpa sen"),
        ({"price": "200.000.000"}, "Harga paling tinggi"),
        ({"name": "beras pulen 5 KG"}, "Sudah ada barang bernama Beras Pulen 5 kg"),
    ],
)
def test_a_slip_is_told_at_its_field_and_what_was_typed_stays(
    village: TestVillage, client: FlaskClient, typed: dict[str, str], sentence: str
) -> None:
    put(village)
    form = acts(**RICE | {"name": "Gula", "price": "9.000"} | typed)
    page = send(client, village, "items/new", form, 422)
    assert sentence in said(page)
    assert all(f'value="{text.strip()}"' in page for name, text in typed.items() if name in ("name", "price"))
    assert reference_in(page) == form["reference"]
    assert len(queries.till_items(village.gerai_id)) == 1


def test_an_item_is_found_by_pieces_of_its_name_or_by_its_code(
    village: TestVillage, client: FlaskClient
) -> None:
    no = put(village)
    put(village, "Gula Pasir 100%", unit="kg")
    add_barcode(village.occasion("dewi"), item_no=no, code=CODE)
    for search in ("pulen beras", "BERAS", CODE, "4006381", "04006381333931"):
        page = said(get(client, village, f"items?q={search}"))
        assert "Beras Pulen" in page and "Gula" not in page
    assert "Gula Pasir 100%" in said(get(client, village, "items?q=100%25"))
    for nothing in ("garam", "beras_", "999"):
        assert "Tidak ditemukan" in said(get(client, village, f"items?q={nothing}"))


def test_a_long_list_is_walked_by_name_both_ways(village: TestVillage, client: FlaskClient) -> None:
    for number in range(PAGE + 3):
        put(village, f"Barang {number:03d}")
    first = get(client, village, "items")
    assert "Barang 000" in first and f"Barang {PAGE - 1:03d}" in first and f"Barang {PAGE:03d}" not in first
    assert "Berikutnya" in first and "Sebelumnya" not in first
    second = get(client, village, f"items?after={PAGE}")
    assert f"Barang {PAGE:03d}" in second and "Berikutnya" not in second and "Sebelumnya" in second
    back = get(client, village, f"items?before={PAGE + 1}")
    assert "Barang 000" in back and "Sebelumnya" not in back
    for odd in ("after=999999999", "before=0", "after=x", "before=99999999999999999999"):
        assert "Barang 000" in get(client, village, f"items?{odd}")


def test_a_longer_list_asks_no_more_of_the_database(village: TestVillage, client: FlaskClient) -> None:
    for number in range(6):
        add_own_barcode(village.occasion("dewi"), item_no=put(village, f"Barang {number}"))
    with counted() as few:
        get(client, village, "items?q=Barang 1")
    with counted() as many:
        get(client, village, "items")
    assert len(many) == len(few)


def test_one_items_page_shows_its_codes_and_takes_new_ones(village: TestVillage, client: FlaskClient) -> None:
    put(village)
    page = send(client, village, "items/1/barcodes", acts(code="4006381333930"), 422)
    assert "Ini bukan kode batang yang benar." in said(page) and 'value="4006381333930"' in page
    assert send(client, village, "items/1/barcodes", acts(code=CODE)) == f"/g/{village.code}/items/1"
    put(village, "Gula")
    assert "dipakai untuk Beras Pulen 5 kg" in said(
        send(client, village, "items/2/barcodes", acts(code=CODE), 422)
    )
    send(client, village, "items/1/own-barcode", acts())
    page = said(get(client, village, "items/1"))
    assert CODE in page and "2000000000015 kode gerai" in page and "Buatkan kode gerai" not in page
    assert "sudah punya kode gerai" in said(send(client, village, "items/1/own-barcode", acts(), 422))
    send(client, village, f"items/1/barcodes/{CODE}/removal", acts())
    assert CODE not in said(get(client, village, "items/1")).split("sudah dilepas.")[1]
    assert client.post(f"/g/{village.code}/items/1/barcodes/{CODE}/removal", data=acts()).status_code == 404


def test_an_item_is_described_anew(village: TestVillage, client: FlaskClient) -> None:
    put(village)
    assert 'value="Beras Pulen 5 kg"' in get(client, village, "items/1/edit")
    changed = RICE | {"name": "Cabai", "unit": "kg", "decimals": "3", "stock_group": "produce"}
    send(client, village, "items/1/edit", acts(**changed))
    assert queries.items_by_no(village.gerai_id, [1])[1][1:5] == ("Cabai", "kg", 3, "produce")
    put(village, "Gula")
    assert "Sudah ada barang" in said(send(client, village, "items/2/edit", acts(**changed), 422))


def test_a_price_is_set_from_now_on(village: TestVillage, client: FlaskClient) -> None:
    put(village)
    assert 'value="70.000"' in get(client, village, "items/1/price")
    assert "harus lebih dari nol" in said(send(client, village, "items/1/price", acts(price="0"), 422))
    send(client, village, "items/1/price", acts(price="72.000"))
    assert "Harga jual sekarang Rp72.000." in said(get(client, village, "items/1"))


def test_an_item_is_ended_and_sold_again(village: TestVillage, client: FlaskClient) -> None:
    put(village)
    send(client, village, "items/1/ending", acts())
    assert "Tidak dijual lagi sejak" in said(get(client, village, "items/1"))
    assert "Beras Pulen" in said(get(client, village, "items?shown=ended"))
    assert "Beras Pulen" not in said(get(client, village, "prices"))
    send(client, village, "items/1/resumption", acts())
    assert "Beras Pulen" in said(get(client, village, "items"))


def test_the_price_list_is_for_members_too(village: TestVillage) -> None:
    put(village)
    put(village, "Cabai Rawit", unit="kg", stock_group="produce", price=45_000)
    end_item(village.occasion("dewi"), item_no=put(village, "Beras Lama"))
    set_price(village.occasion("dewi"), item_no=1, price=71_000)
    with signed_in_as(village.app, village.users["sari"]) as member:
        page = said(get(member, village, "prices"))
        assert "Beras Pulen 5 kg per karung karung 71.000" in page and "Cabai Rawit per kg kg 45.000" in page
        assert "Beras Lama" not in page
        assert "Cabai" not in said(get(member, village, "prices?q=beras"))
        assert "Tidak ditemukan" in said(get(member, village, "prices?q=zzz"))
        get(member, village, "items", 403)


def test_what_comes_as_json_is_no_form(village: TestVillage, client: FlaskClient) -> None:
    put(village)
    for path in ("items/new", "items/1/price", "items/1/barcodes"):
        answer = client.post(
            f"/g/{village.code}/{path}", json=RICE | {"reference": 1, "price": 5, "code": 5, "name": 7}
        )
        assert answer.status_code == 422
    assert len(queries.till_items(village.gerai_id)) == 1


def test_what_is_not_there_is_not_found(village: TestVillage, client: FlaskClient) -> None:
    for path in ("items/9", "items/9/edit", "items/9/price", "items/0", "items/99999999999"):
        get(client, village, path, 404)
    assert client.post(f"/g/{village.code}/items/9/barcodes", data=acts(code=CODE)).status_code == 404
    with signed_in_as(village.app, village.users["tono"]) as stranger:
        get(stranger, village, "items", 404)
