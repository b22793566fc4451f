"""The state's prices at the moment of the sale, and the scale's labels."""

import pytest
from biip.checksums import gs1_standard_check_digit
from sqlalchemy import update

from app.catalog.models import PriceCeiling
from app.catalog.operations import Traits, set_traits
from app.foundation.database import db, unit_of_work
from app.inventory.models import Stock
from app.sales import queries, refusals
from tests.sales.conftest import Shop
from tests.shop import EGGS, OIL, basket, sell

PLU = 123


def rule(good: str, max_price: int) -> None:
    """The state changes a price after the shop has set its own."""
    with unit_of_work() as session:
        session.execute(update(PriceCeiling).where(PriceCeiling.good == good).values(max_price=max_price))


def label(plu: int, grams: int) -> str:
    """What the scale prints."""
    digits = f"21{plu:05d}{grams:05d}"
    return f"{digits}{gs1_standard_check_digit(digits)}"


def rung(shop: Shop, line: dict, **fields: object) -> dict:
    return sell(shop.village, basket([line], shift=shop.shift, **fields)).answer


@pytest.fixture
def oil(shop: Shop) -> Shop:
    traits = Traits(good="minyakita", net_milli=1_000)
    set_traits(shop.village.occasion("dewi"), item_no=OIL, traits=traits)
    return shop


@pytest.fixture
def weighed(shop: Shop) -> Shop:
    set_traits(shop.village.occasion("dewi"), item_no=EGGS, traits=Traits(plu=PLU))
    return shop


def test_what_the_state_forbids_is_refused_when_asked_and_kept_when_told(oil: Shop) -> None:
    line = {"item": OIL, "quantity": "2"}
    assert rung(oil, line)["exceptions"] == []
    rule("minyakita", 15_000)
    with pytest.raises(refusals.PriceAboveCeiling) as refused:
        rung(oil, line, seq=2)
    assert "Rp15.000" in refused.value.message
    told = rung(oil, line, seq=2, completed=True)
    assert [each["code"] for each in told["exceptions"]] == ["price_above_ceiling"]
    assert [code for code, _ in queries.exceptions(oil.gerai_id, told["sale"])] == ["price_above_ceiling"]


def test_what_the_state_only_advises_is_sold_and_noted(shop: Shop) -> None:
    traits = Traits(good="telur-ayam-ras", net_milli=1_000)
    set_traits(shop.village.occasion("dewi"), item_no=EGGS, traits=traits)
    rule("telur-ayam-ras", 28_000)
    asked = rung(shop, {"item": EGGS, "quantity": "0.500"})
    assert [each["code"] for each in asked["exceptions"]] == ["price_above_advice"] and asked[
        "total"
    ] == 14_125


def test_a_price_at_the_ceiling_passes_for_any_weight(shop: Shop) -> None:
    traits = Traits(good="telur-ayam-ras", net_milli=1_000)
    set_traits(shop.village.occasion("dewi"), item_no=EGGS, traits=traits)
    rule("telur-ayam-ras", 28_250)
    for seq, grams in enumerate((1, 250, 999, 1_333), 1):
        asked = rung(shop, {"item": EGGS, "quantity": f"{grams / 1000:.3f}"}, seq=seq)
        assert asked["exceptions"] == []


def test_a_scales_label_says_the_goods_and_the_weight(weighed: Shop) -> None:
    sold = rung(weighed, {"barcode": label(PLU, 750)})
    assert sold["total"] == 21_188 and sold["exceptions"] == []
    assert db.session.get_one(Stock, (weighed.gerai_id, EGGS)).quantity_milli == 30_000 - 750


def test_a_label_says_more_than_the_counter_only_when_the_counter_says_nothing(weighed: Shop) -> None:
    assert rung(weighed, {"barcode": label(PLU, 750), "quantity": "0.500"})["total"] == 14_125


def test_a_label_of_goods_nobody_has_is_no_item(weighed: Shop) -> None:
    with pytest.raises(refusals.ItemUnknown):
        rung(weighed, {"barcode": label(999, 750), "quantity": "1"})
    with pytest.raises(refusals.QuantityMissing):
        rung(weighed, {"barcode": label(999, 750)})
