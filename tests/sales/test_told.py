"""A sale that is told has happened: it is recorded whatever is wrong with it, and what is wrong is kept."""

from datetime import timedelta

import pytest

from app.cash.operations import close_shift, count_drawer
from app.foundation.database import db
from app.inventory.models import Stock
from app.ledger.models import Balance
from app.ledger.operations import close_period
from app.sales import queries, refusals, sentences
from app.sales.models import Sale, SaleLine
from tests.sales.conftest import Shop
from tests.shop import EGGS, OIL, SOAP, basket, sell
from tests.village import MORNING


def tell(shop: Shop, who: str = "budi", at=MORNING, **fields) -> dict:
    lines = fields.pop("lines", [{"item": SOAP, "quantity": "1", "unit_price": 3_650}])
    body = basket(lines, shift=fields.pop("shift", shop.shift), completed=True, **fields)
    return sell(shop.village, body, who, at).answer


def codes(answer: dict) -> list[str]:
    return [each["code"] for each in answer["exceptions"]]


def balance(shop: Shop, account: str, subledger: str = "") -> int:
    row = db.session.get(Balance, (shop.gerai_id, account, subledger))
    return row.amount if row else 0


TOLD = [
    ({"lines": [{"item": SOAP, "quantity": "130", "unit_price": 3_650}]}, "stock_short"),
    ({"lines": [{"item": SOAP, "quantity": "1", "unit_price": 3_000}]}, "price_differs"),
    ({"lines": [{"item": SOAP, "quantity": "1", "unit": "dus"}]}, "unit_differs"),
    ({"lines": [{"item": SOAP, "quantity": "0.5"}]}, "quantity_not_whole"),
    ({"lines": [{"item": 99, "quantity": "1", "unit_price": 5_000}]}, "item_unknown"),
    ({"lines": [{"item": OIL, "quantity": "2", "discount": 6_000}]}, "discount_over_limit"),
    ({"total": 99}, "total_differs"),
    ({"rounding": 0}, "rounding_differs"),
    ({"member": 17}, "member_unknown"),
    ({"shift": 44}, "shift_unknown"),
    ({"clock_offset_ms": 11 * 60_000}, "clock_off"),
    ({"sold_at": "2026-11-25T08:00:00+07:00"}, "dated_in_future"),
    ({"tenders": [{"kind": "cash", "amount": 1_000}]}, "tender_short"),
    ({"tenders": [{"kind": "qris", "amount": 9_000}]}, "tender_over"),
]


@pytest.mark.parametrize("change, code", TOLD)
def test_a_told_sale_is_recorded_with_its_exception(shop: Shop, change: dict, code: str) -> None:
    answer = tell(shop, **change)
    assert codes(answer) == [code]
    kept = queries.exceptions(shop.gerai_id, answer["sale"])
    assert [each for each, _ in kept] == [code]
    sentence = sentences.exception(*kept[0])
    assert sentence != code and "%(" not in sentence


def test_stock_below_zero_costs_the_last_average(shop: Shop) -> None:
    tell(shop, lines=[{"item": SOAP, "quantity": "130", "unit_price": 3_650}])
    soap = db.session.get_one(Stock, (shop.gerai_id, SOAP))
    assert (soap.quantity_milli, soap.value, soap.unit_cost) == (-30_000, -90_000, 3_000)


def test_an_unknown_item_is_sold_without_stock(shop: Shop) -> None:
    answer = tell(shop, lines=[{"barcode": "8999999999999", "quantity": "2", "unit_price": 5_000}])
    line = db.session.query(SaleLine).filter_by(sale_no=answer["sale"]).one()
    assert (line.item_no, line.name, line.amount, line.cost) == (None, "8999999999999", 10_000, 0)


def test_what_a_told_sale_leaves_unpaid_is_the_cashiers(shop: Shop) -> None:
    tell(shop, tenders=[{"kind": "cash", "amount": 1_000}])
    assert balance(shop, "1-1330", f"user:{shop.village.users['budi']}") == 2_600
    assert balance(shop, "1-1110", "shift:1") == 101_000


def test_a_number_that_was_used_is_told_apart(shop: Shop) -> None:
    for _ in range(3):
        answer = tell(shop, seq=5)
    assert codes(answer) == ["number_taken"]
    assert sorted(sale.number_repeat for sale in db.session.query(Sale)) == [0, 1, 2]


def test_a_sale_told_by_another_person_is_recorded_on_the_cashiers_shift(shop: Shop) -> None:
    answer = tell(shop, who="dewi")
    assert codes(answer) == ["shift_of_another"]
    assert db.session.get_one(Sale, (shop.gerai_id, 1)).cashier_id == shop.village.users["budi"]


def test_the_day_is_the_registers_day_less_its_clocks_error(shop: Shop) -> None:
    """00.05 on a clock ten minutes fast is still the day before."""
    at = MORNING + timedelta(days=1)
    tell(shop, at=at, sold_at="2026-11-24T00:05:00+07:00", clock_offset_ms=9 * 60_000 + 59_000)
    assert db.session.get_one(Sale, (shop.gerai_id, 1)).sold_on.isoformat() == "2026-11-23"


def test_a_sale_of_a_closed_month_counts_on_the_earliest_open_day(shop: Shop) -> None:
    december = MORNING + timedelta(days=10)
    count_drawer(shop.village.occasion("budi"), shift_no=shop.shift, pieces={100_000: 1}, any_shift=False)
    close_shift(shop.village.occasion("budi"), shift_no=shop.shift, reason="", any_shift=False)
    sell_later = {"at": december + timedelta(days=5), "sold_at": "2026-11-30T20:00:00+07:00"}
    close_period(shop.village.occasion("wati", december), month=MORNING.date())
    answer = tell(shop, **sell_later)
    assert codes(answer) == ["shift_closed_before", "period_closed"]
    sale = db.session.get_one(Sale, (shop.gerai_id, answer["sale"]))
    assert (sale.sold_on.isoformat(), sale.posted_on.isoformat()) == ("2026-11-30", "2026-12-08")


def test_a_sale_that_arrives_after_its_shift_was_closed_revises_the_difference(shop: Shop) -> None:
    """Counted 103.600 over a float of 100.000 looked like 3.600 too much, until the sale arrived."""
    budi = shop.village.occasion("budi")
    count_drawer(
        budi, shift_no=shop.shift, pieces={100_000: 1, 2_000: 1, 1_000: 1, 500: 1, 100: 1}, any_shift=False
    )
    close_shift(budi, shift_no=shop.shift, reason="belum jelas", any_shift=False)
    assert balance(shop, "2-1330") == -3_600
    safe = balance(shop, "1-1100")
    answer = tell(shop)
    assert codes(answer) == ["shift_closed_before"]
    assert balance(shop, "2-1330") == 0
    assert balance(shop, "1-1110", "shift:1") == 0
    assert balance(shop, "1-1100") == safe


def test_a_told_sale_without_any_shift_or_price_cannot_be_placed(shop: Shop) -> None:
    with pytest.raises(refusals.PriceMissing):
        tell(shop, lines=[{"item": 99, "quantity": "1"}])
    with pytest.raises(refusals.DiscountTooLarge):
        tell(shop, lines=[{"item": EGGS, "quantity": "1", "discount": 30_000}])


def test_what_is_missing_on_anothers_shift_is_the_senders(shop: Shop) -> None:
    tell(shop, who="dewi", tenders=[{"kind": "cash", "amount": 1_000}])
    assert balance(shop, "1-1330", f"user:{shop.village.users['dewi']}") == 2_600
    assert balance(shop, "1-1330", f"user:{shop.village.users['budi']}") == 0


def test_the_list_of_exceptions_cuts_no_sale_in_half(shop: Shop) -> None:
    lines = [
        {"item": SOAP, "quantity": "1", "unit_price": 3_000},
        {"item": OIL, "quantity": "1", "unit_price": 9_000},
    ]
    numbers = [tell(shop, seq=seq, lines=lines)["sale"] for seq in range(1, 4)]
    first = queries.latest_exceptions(shop.gerai_id, limit=2)
    rest = queries.latest_exceptions(shop.gerai_id, limit=2, before=first[-1].Sale.no)
    assert [row.Sale.no for row in [*first, *rest]] == [no for no in reversed(numbers) for _ in range(2)]
