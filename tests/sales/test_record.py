"""A basket at the till: what it costs, what it moves, what it posts."""

from uuid import uuid4

import pytest

from app.books.canonical import plain
from app.books.refusals import ReferenceConflict
from app.foundation.database import db
from app.gerai.queries import day_counts
from app.inventory.models import Stock
from app.ledger.models import Balance, Entry, Posting
from app.sales import refusals
from app.sales.models import Sale, SaleLine
from app.sales.request import read
from tests.sales.conftest import Shop
from tests.shop import EGGS, OIL, RICE, RICE_CODE, SOAP, basket, sell
from tests.village import MORNING


def postings(shop: Shop, entry: int) -> dict[str, int]:
    rows = db.session.query(Posting).filter_by(gerai_id=shop.gerai_id, entry_no=entry)
    return {f"{row.account} {row.subledger}".strip(): row.amount for row in rows}


def test_a_basket_paid_in_cash_is_one_balanced_entry(shop: Shop) -> None:
    lines = [
        {"barcode": RICE_CODE, "quantity": "2", "unit": "pak", "unit_price": 65_000},
        {"item": EGGS, "quantity": "1.250", "unit": "kg", "unit_price": 28_250},
        {"item": SOAP, "quantity": "3", "discount": 950},
    ]
    # 130.000 + 35.312,5 half up + 10.950 - 950; the cash part is rounded down to a hundred
    body = basket(lines, shift=shop.shift, cash=200_000, total=175_313, rounding=-13)
    answer = sell(shop.village, body).answer
    assert answer == {
        "sale": 1,
        "entry": answer["entry"],
        "total": 175_313,
        "change": 24_700,
        "exceptions": [],
    }
    assert postings(shop, answer["entry"]) == {
        "1-1110 shift:1": 175_300,
        "8-1300": 13,
        "4-1191": 950,
        "4-1110": -176_263,
        "5-1110": 120_000 + 31_250 + 9_000,
        "1-1500": -160_250,
    }
    assert day_counts(shop.gerai_id, MORNING.date()) == {"receipts": 1}


def test_stock_goes_down_by_what_was_sold(shop: Shop) -> None:
    sell(shop.village, basket([{"item": EGGS, "quantity": "1.250"}], shift=shop.shift))
    eggs = db.session.get_one(Stock, (shop.gerai_id, EGGS))
    assert (eggs.quantity_milli, eggs.value) == (28_750, 718_750)


def test_qris_is_not_rounded_and_cash_beside_it_is(shop: Shop) -> None:
    qris = {"kind": "qris", "amount": 28_250}
    one = sell(
        shop.village, basket([{"item": EGGS, "quantity": "1"}], shift=shop.shift, tenders=[qris])
    ).answer
    assert (one["total"], one["change"]) == (28_250, 0)
    both = [{"kind": "qris", "amount": 10_000}, {"kind": "cash", "amount": 20_000}]
    two = sell(
        shop.village, basket([{"item": EGGS, "quantity": "1"}], shift=shop.shift, seq=2, tenders=both)
    ).answer
    assert two["change"] == 1_800
    assert postings(shop, two["entry"])["1-1210 qris"] == 10_000
    assert postings(shop, two["entry"])["1-1110 shift:1"] == 18_200
    assert postings(shop, two["entry"])["8-1300"] == 50


def test_the_same_sale_sent_again_gives_the_same_answer(shop: Shop) -> None:
    body = basket([{"item": SOAP, "quantity": "1"}], shift=shop.shift)
    first, again = sell(shop.village, body), sell(shop.village, body)
    told = sell(shop.village, body | {"completed": True})
    spelled = sell(shop.village, body | {"lines": [{"item": SOAP, "quantity": "1.000", "discount": 0}]})
    assert first.fresh and not again.fresh and not told.fresh and not spelled.fresh
    assert first.answer == again.answer == told.answer == spelled.answer
    assert db.session.query(Sale).count() == 1


def test_the_same_reference_with_other_content_is_refused(shop: Shop) -> None:
    body = basket([{"item": SOAP, "quantity": "1"}], shift=shop.shift)
    sell(shop.village, body)
    with pytest.raises(ReferenceConflict):
        sell(shop.village, body | {"lines": [{"item": SOAP, "quantity": "2"}]})


ASKED = [
    ({"lines": [{"item": 99, "quantity": "1"}]}, refusals.ItemUnknown),
    ({"lines": [{"barcode": "2000000000022", "quantity": "1"}]}, refusals.ItemUnknown),
    ({"lines": [{"item": SOAP, "quantity": "1.5"}]}, refusals.QuantityNotWhole),
    ({"lines": [{"item": SOAP, "quantity": "1", "unit": "kg"}]}, refusals.UnitDiffers),
    ({"lines": [{"item": SOAP, "quantity": "1", "unit_price": 3_000}]}, refusals.PriceDiffers),
    ({"lines": [{"item": SOAP, "quantity": "1", "discount": 4_000}]}, refusals.DiscountTooLarge),
    ({"lines": [{"item": RICE, "quantity": "1", "discount": 5_001}]}, refusals.DiscountOverLimit),
    ({"lines": [{"item": SOAP, "quantity": "101"}]}, refusals.StockShort),
    ({"lines": [{"item": SOAP, "quantity": "60"}, {"item": SOAP, "quantity": "41"}]}, refusals.StockShort),
    ({"total": 3_000}, refusals.TotalDiffers),
    ({"rounding": -150}, refusals.RoundingDiffers),
    ({"tenders": [{"kind": "cash", "amount": 3_000}]}, refusals.TenderShort),
    ({"tenders": []}, refusals.TenderShort),
    ({"tenders": [{"kind": "qris", "amount": 9_000}]}, refusals.TenderOver),
    ({"member": 17}, refusals.MemberUnknown),
    ({"shift": 9}, refusals.ShiftUnknown),
    ({"register": "B", "number": "B-000001"}, refusals.RegisterDiffers),
]


@pytest.mark.parametrize("change, refusal", ASKED)
def test_an_asked_sale_is_refused_and_leaves_nothing(shop: Shop, change: dict, refusal: type) -> None:
    entries = db.session.query(Entry).count()
    body = basket([{"item": SOAP, "quantity": "1"}], shift=shop.shift) | change
    with pytest.raises(refusal) as refused:
        sell(shop.village, body)
    assert refused.value.message and "%(" not in refused.value.message
    assert db.session.query(Sale).count() == 0
    assert db.session.query(Entry).count() == entries
    assert db.session.get_one(Stock, (shop.gerai_id, SOAP)).quantity_milli == 100_000


def test_a_refused_reference_may_be_used_again_when_corrected(shop: Shop) -> None:
    body = basket([{"item": SOAP, "quantity": "101"}], shift=shop.shift)
    with pytest.raises(refusals.StockShort) as refused:
        sell(shop.village, body)
    assert refused.value.facts["left"] == 100_000
    assert sell(shop.village, body | {"lines": [{"item": SOAP, "quantity": "100"}]}).fresh


def test_a_receipt_number_is_used_once(shop: Shop) -> None:
    sell(shop.village, basket([{"item": SOAP, "quantity": "1"}], shift=shop.shift, seq=7))
    with pytest.raises(refusals.NumberTaken) as taken:
        sell(shop.village, basket([{"item": SOAP, "quantity": "1"}], shift=shop.shift, seq=7))
    assert taken.value.facts["next_number"] == "A-000008"
    assert sell(shop.village, basket([{"item": SOAP, "quantity": "1"}], shift=shop.shift, seq=6)).fresh


def test_nobody_sells_on_another_cashiers_shift(shop: Shop) -> None:
    with pytest.raises(refusals.ShiftOfAnother):
        sell(shop.village, basket([{"item": SOAP, "quantity": "1"}], shift=shop.shift), who="dewi")


def test_a_free_basket_moves_goods_and_no_money(shop: Shop) -> None:
    lines = [{"item": SOAP, "quantity": "1", "discount": 3_650}]
    answer = sell(shop.village, basket(lines, shift=shop.shift, tenders=[]), limit=None).answer
    assert (answer["total"], answer["change"]) == (0, 0)
    assert postings(shop, answer["entry"])["4-1191"] == 3_650
    assert db.session.query(SaleLine).one().cost == 3_000


def test_the_drawer_in_the_ledger_is_what_was_taken(shop: Shop) -> None:
    for seq in range(1, 4):
        sell(shop.village, basket([{"item": OIL, "quantity": "1"}], shift=shop.shift, seq=seq, cash=20_000))
    drawer = db.session.get_one(Balance, (shop.gerai_id, "1-1110", "shift:1"))
    assert drawer.amount == 100_000 + 3 * 15_700


def test_the_money_of_a_sale_is_never_a_float() -> None:
    body = basket([{"item": SOAP, "quantity": "1", "unit_price": 3650.0}], shift=1, reference=str(uuid4()))
    with pytest.raises(refusals.Malformed) as refused:
        read(body)
    assert [error["field"] for error in refused.value.facts["errors"]] == ["lines.0.unit_price"]


def test_a_basket_sent_before_there_were_containers_is_still_the_same_content() -> None:
    """References never expire: what a field that came later does not say is no part of the content."""
    body = basket(
        [{"item": SOAP, "quantity": "1"}], shift=1, reference="0190aaaa-0000-7000-8000-000000000001"
    )
    content = plain(read(body))
    assert "deposit" not in content and "approval" not in content
    assert set(content["lines"][0]) == {"item", "barcode", "quantity_milli", "unit", "unit_price", "discount"}
    said = plain(read(body | {"lines": [{"item": SOAP, "quantity": "1", "empties": 0}]}))
    assert said["lines"][0]["empties"] == 0
