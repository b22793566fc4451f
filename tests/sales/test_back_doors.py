"""What comes back, through the till's doors and the plain forms; and who tries what they may not."""

import json
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from app.access.pins import set_pin
from app.books.models import Act
from app.foundation.database import db
from app.sales.models import SaleReturn
from tests.conftest import signed_in_as
from tests.inventory.faults import faults
from tests.members.people import MORNING
from tests.sales.counter import GAS, NOODLES, Counter, counter, sell
from tests.shop import RICE, SOAP, basket
from tests.village import PASSWORD, TestVillage

PIN = "739152"


@pytest.fixture
def till(village: TestVillage) -> Counter:
    return counter(village)


def as_(till: Counter, who: str) -> FlaskClient:
    return signed_in_as(till.village.app, till.village.users[who])


def door(till: Counter, way: str, code: str | None = None) -> str:
    return f"/g/{code or till.village.code}/till/{way}"


def void_of(till: Counter, sale: int, **facts: object) -> dict:
    return {"reference": str(uuid4()), "sale": sale, "shift": till.shift, "reason": "Salah barang", **facts}


def return_of(till: Counter, sale: int, lines: list, **facts: object) -> dict:
    return void_of(till, sale, lines=lines, reason="Rusak", **facts)


ONE = [{"line": 1, "quantity": "1"}]


def test_a_void_is_made_once_and_answered_again(till: Counter) -> None:
    sale = sell(till, [{"item": SOAP, "quantity": "2"}])["sale"]
    with as_(till, "budi") as client:
        body = void_of(till, sale)
        first, again = (
            client.post(door(till, "voids"), json=body),
            client.post(door(till, "voids"), json=body),
        )
        assert (first.status_code, again.status_code) == (201, 200)
        assert first.json == again.json
        assert first.json["refund"] == [{"kind": "cash", "amount": 7_300}]
        other = client.post(door(till, "voids"), json=body | {"reason": "Lain"})
        assert (other.status_code, other.json["code"]) == (409, "reference_conflict")
        gone = client.post(door(till, "returns"), json=return_of(till, sale, ONE))
        assert (gone.status_code, gone.json["code"]) == (409, "already_voided")


def test_a_return_can_be_quoted_before_it_is_made(till: Counter) -> None:
    sale = sell(till, [{"item": SOAP, "quantity": "3"}])["sale"]
    with as_(till, "budi") as client:
        quote = client.post(door(till, "returns"), json={"sale": sale, "lines": ONE, "quote": True})
        assert quote.status_code == 200 and quote.json["refund"] == [{"kind": "cash", "amount": 3_700}]
        assert db.session.query(SaleReturn).count() == 0
        done = client.post(
            door(till, "returns"), json=return_of(till, sale, ONE, refund=quote.json["refund"])
        )
        assert done.status_code == 201 and done.json["value"] == 3_650
        seen = client.get(door(till, f"receipts?sale={sale}")).json
        assert seen["lines"][0]["left"] == "2.000" and seen["refunded"] == 3_700
        latest = client.get(door(till, "receipts/latest")).json["receipts"]
        assert [(each["sale"], each["returned"]) for each in latest] == [(sale, True)]
        much = client.post(door(till, "returns"), json=return_of(till, sale, [{"line": 1, "quantity": "3"}]))
        assert (much.status_code, much.json["code"], much.json["left"]) == (409, "returned_too_much", 2_000)


BROKEN = [
    {"lines": []},
    {"lines": [{"line": 0, "quantity": "1"}]},
    {"lines": [{"line": 1, "quantity": "-1"}]},
    {"lines": [*ONE, *ONE]},
    {"lines": [{"line": 1, "quantity": 1.5}]},
    {"sale": "1"},
    {"reason": ""},
    {"reason": "x" * 121},
    {"refund": [{"kind": "gold", "amount": 1}]},
    {"approval": "dewi"},
    {"approval": {"username": "dewi", "pin": 7}},
    {"quote": "yes"},
]


@pytest.mark.parametrize("change", BROKEN)
def test_what_cannot_be_read_is_refused_by_its_field(till: Counter, change: dict) -> None:
    sale = sell(till, [{"item": SOAP, "quantity": "3"}])["sale"]
    with as_(till, "budi") as client:
        answer = client.post(door(till, "returns"), json=return_of(till, sale, ONE) | change)
        assert (answer.status_code, answer.json["code"]) == (422, "malformed")
        assert db.session.query(SaleReturn).count() == 0


def test_a_managers_pin_lets_a_large_void_pass_and_is_never_kept(till: Counter) -> None:
    set_pin(till.village.users["dewi"], PIN, PASSWORD)
    sale = sell(till, [{"item": RICE, "quantity": "1"}])["sale"]
    with as_(till, "budi") as client:
        body = void_of(till, sale)
        assert client.post(door(till, "voids"), json=body).json["code"] == "void_over_limit"
        wrong = client.post(
            door(till, "voids"), json=body | {"approval": {"username": "dewi", "pin": "000001"}}
        )
        assert (wrong.status_code, wrong.json["code"]) == (422, "approval_wrong")
        stranger = {"username": "tono", "pin": PIN}
        assert (
            client.post(door(till, "voids"), json=body | {"approval": stranger}).json["code"]
            == "approval_wrong"
        )
        good = {"username": "dewi", "pin": PIN}
        done = client.post(door(till, "voids"), json=body | {"approval": good})
        assert done.status_code == 201 and done.json["approved_by"] == "Dewi Kartika"
        # The same again needs no PIN any more, and a wrong one is not looked at.
        again = client.post(door(till, "voids"), json=body | {"approval": {"username": "dewi", "pin": "1"}})
        assert (again.status_code, again.json) == (200, done.json)
    acts = db.session.query(Act).filter_by(gerai_id=till.gerai_id)
    assert not any(PIN in json.dumps([row.answer, row.content_hash]) for row in acts)


def test_a_discount_is_approved_at_the_door_and_a_wrong_pin_of_a_told_sale_is_an_exception(
    till: Counter,
) -> None:
    set_pin(till.village.users["dewi"], PIN, PASSWORD)
    lines = [{"item": RICE, "quantity": "1", "discount": 9_000}]
    with as_(till, "budi") as client:
        body = basket(lines, shift=till.shift) | {"approval": {"username": "dewi", "pin": PIN}}
        assert client.post(door(till, "sales"), json=body).json["approved_by"] == "Dewi Kartika"
        told = basket(lines, shift=till.shift, seq=2, completed=True)
        told["approval"] = {"username": "dewi", "pin": "123987"}
        answer = client.post(door(till, "sales"), json=told)
        assert answer.status_code == 201
        assert "approval_wrong" in [each["code"] for each in answer.json["exceptions"]]


def test_nobody_of_another_gerai_gets_a_word(till: Counter) -> None:
    sale = sell(till, [{"item": SOAP, "quantity": "1"}])["sale"]
    ways = [
        ("voids", void_of(till, sale)),
        ("returns", return_of(till, sale, ONE)),
        ("returns", {"sale": sale, "lines": ONE, "quote": True}),
    ]
    with as_(till, "tono") as client:
        for way, body in ways:
            assert client.post(door(till, way), json=body).status_code == 404
            # In a gerai of one's own the other's sale does not exist.
            mine = client.post(door(till, way, till.village.other_code), json=body)
            assert mine.status_code == 404 and mine.json["code"] == "sale_unknown"
        for page in (
            "till/members?q=siti",
            f"till/receipts?sale={sale}",
            "till/receipts/latest",
            "returns",
            f"sales/{sale}",
        ):
            assert client.get(f"/g/{till.village.code}/{page}").status_code == 404
        assert client.get(door(till, "members?q=siti", till.village.other_code)).json == {"members": []}
        unknown = client.get(door(till, f"receipts?sale={sale}", till.village.other_code))
        assert unknown.json["code"] == "receipt_unknown"
    assert db.session.query(SaleReturn).count() == 0


def test_who_may_not_sell_may_not_give_back(till: Counter) -> None:
    sale = sell(till, [{"item": SOAP, "quantity": "1"}])["sale"]
    for who in ("agus", "wati", "joko", "slamet", "sari"):
        with as_(till, who) as client:
            assert client.post(door(till, "voids"), json=void_of(till, sale)).status_code == 403
            assert client.post(door(till, "returns"), json=return_of(till, sale, ONE)).status_code == 403


def test_members_are_found_with_nothing_personal_but_what_the_counter_needs(till: Counter) -> None:
    with as_(till, "budi") as client:
        for text in ("siti", str(till.siti)):
            assert client.get(door(till, f"members?q={text}")).json["members"] == [
                {
                    "no": till.siti,
                    "name": "Siti Aminah",
                    "dusun": "Krajan",
                    "is_member": True,
                    "bon_left": 200_000,
                }
            ]
        waiting = client.get(door(till, "members?q=wahyu")).json["members"][0]
        assert (waiting["is_member"], waiting["bon_left"]) == (False, 0)
        assert client.get(door(till, "members?q=")).json == {"members": []}


def test_the_context_says_prices_packs_and_containers(till: Counter) -> None:
    with as_(till, "budi") as client:
        context = client.get(door(till, "context")).json
        noodles = next(item for item in context["items"] if item["no"] == NOODLES)
        assert noodles["member_price"] == 3_100
        assert noodles["breaks"] == [{"milli": 20_000, "price": 3_000}]
        assert noodles["packs"][0]["unit"] == "dus"
        gas = next(item for item in context["items"] if item["no"] == GAS)
        assert gas["container"] == context["containers"][0]["no"]
        assert context["rules"]["void_limit"] == 50_000


def test_a_sale_is_voided_and_goods_come_back_by_plain_forms(till: Counter) -> None:
    first = sell(till, [{"item": SOAP, "quantity": "3"}])["sale"]
    second = sell(till, [{"item": SOAP, "quantity": "1"}], seq=2)["sale"]
    base = f"/g/{till.village.code}/sales"
    with as_(till, "budi") as client:
        page = client.get(f"{base}/{first}")
        assert page.status_code == 200 and "Terima retur" in page.text and "Batalkan" in page.text
        form = {"reference": str(uuid4()), "reason": "Bocor", "shift": str(till.shift), "quantity_1": "9"}
        much = client.post(f"{base}/{first}/returns", data=form)
        assert much.status_code == 409 and "tinggal 3 pcs" in much.text and 'value="9"' in much.text
        unread = client.post(f"{base}/{first}/returns", data=form | {"quantity_1": "dua"})
        assert unread.status_code == 422 and "Tulis jumlah" in unread.text
        nothing = client.post(f"{base}/{first}/returns", data=form | {"quantity_1": "", "reason": ""})
        assert nothing.status_code == 422 and "Tulis alasannya" in nothing.text
        done = client.post(f"{base}/{first}/returns", data=form | {"quantity_1": "2"})
        assert done.status_code == 303
        assert "Rp7.300" in client.get(done.location).text
        void = client.post(
            f"{base}/{second}/void", data={"reference": str(uuid4()), "reason": "Salah pencet"}
        )
        assert void.status_code == 303 and "Salah pencet" in client.get(void.location).text
        assert "DIBATALKAN" in client.get(f"{base}/{second}/receipt").text
        assert client.get(f"/g/{till.village.code}/returns").text.count("A-00000") >= 2
        assert "batal" in client.get(f"{base}?on={MORNING.date()}").text
    assert faults() == []


def test_a_receipt_printed_again_says_so_each_time(till: Counter) -> None:
    sale = sell(till, [{"item": SOAP, "quantity": "1"}])["sale"]
    base = f"/g/{till.village.code}/sales/{sale}"
    with as_(till, "budi") as client:
        assert "CETAK ULANG" not in client.get(f"{base}/receipt").text
        for copy in (1, 2):
            done = client.post(f"{base}/reprints", data={"reference": str(uuid4()), "width": "58"})
            assert done.status_code == 303
            assert f"CETAK ULANG {copy}" in client.get(done.location).text
    assert db.session.query(Act).filter_by(gerai_id=till.gerai_id, kind="sales.reprint").count() == 2


def test_a_receipt_is_found_by_its_number_however_it_is_typed(till: Counter) -> None:
    sale = sell(till, [{"item": SOAP, "quantity": "1"}], seq=42)["sale"]
    base = f"/g/{till.village.code}/sales"
    with as_(till, "budi") as client:
        for typed in ("A-000042", "a42", "A 42"):
            assert client.get(f"{base}/find?number={typed}").location == f"{base}/{sale}"
        assert "tidak ditemukan" in client.get(f"{base}/find?number=B7").text
