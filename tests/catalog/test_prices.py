"""Prices by date, packs, limits, scale numbers and vessels, through the acts."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from app.catalog import ceilings, operations, queries
from app.catalog.barcodes import scale_reading
from app.catalog.models import ItemPrice, PriceCeiling
from app.catalog.operations import Traits
from app.catalog.patches import ItemPatch
from app.catalog.pricing import price_for
from app.foundation import batch
from app.foundation.database import db, unit_of_work
from app.foundation.refusals import Refusal
from tests.village import MORNING, TestVillage

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)
NOODLES = {"name": "Mi Instan", "unit": "bungkus", "decimals": 0, "stock_group": "sembako", "price": 3_200}
CHILLI = {"name": "Cabai Rawit", "unit": "kg", "decimals": 3, "stock_group": "produce", "price": 45_000}
CARTON = "18991234567898"
Do = Callable[..., Any]


@pytest.fixture
def do(village: TestVillage) -> Do:
    def run(what: str, /, days: int = 0, **facts: Any) -> Any:
        occasion = village.occasion("dewi", MORNING + timedelta(days=days))
        return getattr(operations, what)(occasion, **facts).answer

    return run


@pytest.fixture
def noodles(do: Do) -> int:
    return int(do("add_item", **NOODLES)["item"])


def refused(do: Do, what: str, **facts: Any) -> str:
    with pytest.raises(Refusal) as caught:
        do(what, **facts)
    assert caught.value.message
    return caught.value.code


def facts(village: TestVillage, no: int, on: date = TODAY) -> queries.ItemFacts:
    return queries.items_by_no(village.gerai_id, [no], on)[no]


def sold_at(village: TestVillage, no: int, on: date, milli: int = 1_000, *, member: bool = False) -> int:
    return price_for(facts(village, no, on), milli, member=member, on=on).unit_price


def test_tomorrows_price_is_set_today_and_holds_tomorrow(village: TestVillage, do: Do, noodles: int) -> None:
    do("set_price", item_no=noodles, price=3_400, starts_on=TOMORROW)
    assert sold_at(village, noodles, TODAY) == 3_200
    assert sold_at(village, noodles, TOMORROW) == 3_400
    [today] = queries.till_items(village.gerai_id, TODAY)
    [tomorrow] = queries.till_items(village.gerai_id, TOMORROW)
    assert (today["price"], tomorrow["price"]) == (3_200, 3_400)
    assert queries.till_version(village.gerai_id, TODAY) != queries.till_version(village.gerai_id, TOMORROW)


def test_a_price_set_today_holds_until_the_one_set_ahead(village: TestVillage, do: Do, noodles: int) -> None:
    do("set_price", item_no=noodles, price=3_400, starts_on=TOMORROW)
    do("set_price", item_no=noodles, price=3_000)
    assert [sold_at(village, noodles, TODAY + timedelta(days=n)) for n in (0, 1, 2)] == [3_000, 3_400, 3_400]


def test_a_price_that_never_begins_leaves_the_one_before_it(
    village: TestVillage, do: Do, noodles: int
) -> None:
    do("set_price", item_no=noodles, price=3_400, starts_on=TOMORROW)
    do("end_price", item_no=noodles, price_no=2)
    assert sold_at(village, noodles, TOMORROW) == 3_200
    assert refused(do, "end_price", item_no=noodles, price_no=2) == "price_over"
    assert refused(do, "end_price", item_no=noodles, price_no=1) == "retail_stays"
    assert refused(do, "end_price", item_no=noodles, price_no=9) == "price_unknown"


def test_every_price_is_kept_with_who_set_it(village: TestVillage, do: Do, noodles: int) -> None:
    for price in (3_300, 3_100, 3_500):
        do("set_price", item_no=noodles, price=price)
    kept = db.session.query(ItemPrice).order_by(ItemPrice.no).all()
    assert [row.price for row in kept] == [3_200, 3_300, 3_100, 3_500]
    assert all(row.act_no for row in kept)
    assert [row.starts_on <= row.ends_on for row in kept] == [False, False, False, True]


def test_prices_of_one_kind_never_overlap(village: TestVillage, do: Do, noodles: int) -> None:
    for ahead, price in ((5, 3_500), (2, 3_300), (0, 3_100), (3, 3_350), (5, 3_550)):
        do("set_price", item_no=noodles, price=price, starts_on=TODAY + timedelta(days=ahead))
    expected = [3_100, 3_100, 3_300, 3_350, 3_350, 3_550, 3_550]
    for n, price in enumerate(expected):
        on = TODAY + timedelta(days=n)
        found = facts(village, noodles, on)
        assert [rule.kind for rule in found.rules] == ["retail"] and found.price == price


def test_breaks_members_and_packs_have_prices_of_their_own(
    village: TestVillage, do: Do, noodles: int
) -> None:
    do("set_price", item_no=noodles, price=3_100, kind="wholesale", from_milli=10_000)
    do("set_price", item_no=noodles, price=3_150, kind="member")
    do("add_pack", item_no=noodles, name="dus", milli=40_000)
    do("add_barcode", item_no=noodles, code=CARTON, milli=40_000)
    do("set_price", item_no=noodles, price=122_000, kind="pack", from_milli=40_000)
    found = queries.items_by_barcode(village.gerai_id, [CARTON], TODAY)[CARTON]
    assert found.pack == queries.Pack("dus", 40_000)
    assert price_for(found.item, 1_000, member=False, on=TODAY, pack=found.pack).unit_price == 122_000
    assert sold_at(village, noodles, TODAY, 10_000) == 3_100
    assert sold_at(village, noodles, TODAY, member=True) == 3_150
    [till] = queries.till_items(village.gerai_id, TODAY)
    assert till["packs"] == [{"barcode": CARTON, "unit": "dus", "milli": 40_000, "price": 122_000}]
    assert (till["member_price"], till["breaks"]) == (3_150, [{"milli": 10_000, "price": 3_100}])
    assert till["barcodes"] == []
    do("end_price", item_no=noodles, price_no=2)
    assert sold_at(village, noodles, TODAY, 10_000) == 3_200
    do("remove_pack", item_no=noodles, milli=40_000)
    assert queries.items_by_barcode(village.gerai_id, [CARTON], TODAY) == {}
    assert all(rule.kind != "pack" for rule in facts(village, noodles).rules)


@pytest.mark.parametrize(
    "what, facts, code",
    [
        ("set_price", {"price": 3_200, "kind": "member"}, "price_not_lower"),
        ("set_price", {"price": 3_000, "kind": "wholesale"}, "quantity_missing"),
        ("set_price", {"price": 3_000, "kind": "wholesale", "from_milli": 2_500}, "quantity_missing"),
        ("set_price", {"price": 128_000, "kind": "pack", "from_milli": 40_000}, "pack_unknown"),
        ("set_price", {"price": 3_000, "starts_on": TODAY - timedelta(days=1)}, "price_in_the_past"),
        ("set_price", {"price": 3_000, "starts_on": TODAY + timedelta(days=367)}, "price_too_far_ahead"),
        ("add_pack", {"name": "dus", "milli": 1_000}, "pack_content"),
        ("add_pack", {"name": "dus", "milli": 2_500}, "pack_content"),
        ("add_pack", {"name": "Bungkus", "milli": 5_000}, "pack_exists"),
        ("remove_pack", {"milli": 5_000}, "pack_unknown"),
        ("add_barcode", {"code": CARTON}, "barcode_of_carton"),
        ("add_barcode", {"code": CARTON, "milli": 5_000}, "pack_unknown"),
        ("set_traits", {"traits": Traits(plu=7)}, "plu_not_weighed"),
        ("set_traits", {"traits": Traits(container_no=7)}, "container_unknown"),
        ("set_traits", {"traits": Traits(good="emas", net_milli=1)}, "good_unknown"),
        ("set_traits", {"traits": Traits(good="gula")}, "content_missing"),
    ],
)
def test_what_prices_and_packs_may_not_be(do: Do, noodles: int, what: str, facts: Any, code: str) -> None:
    assert refused(do, what, item_no=noodles, **facts) == code


def test_the_state_forbids_a_price_above_its_ceiling_by_net_content(village: TestVillage, do: Do) -> None:
    rice = do("add_item", name="SPHP 5 kg", unit="karung", decimals=0, stock_group="sembako", price=62_500)[
        "item"
    ]
    do("set_traits", item_no=rice, traits=Traits(good="beras-sphp", net_milli=5_000))
    assert facts(village, rice).ceiling.max_price == 62_500
    assert refused(do, "set_price", item_no=rice, price=62_501) == "price_above_ceiling"
    do("set_price", item_no=rice, price=62_400)
    promotion = {"label": "Murah", "starts_on": TODAY, "ends_on": TOMORROW, "percent": 5}
    assert refused(do, "set_promotion", item_no=rice, **promotion) == "no_bundling"
    dear = do("add_item", name="SPHP 1 kg", unit="pak", decimals=0, stock_group="sembako", price=13_000)[
        "item"
    ]
    too_dear = Traits(good="beras-sphp", net_milli=1_000)
    assert refused(do, "set_traits", item_no=dear, traits=too_dear) == "price_above_ceiling"


def test_advice_is_passed_by_who_means_it(village: TestVillage, do: Do) -> None:
    sugar = do("add_item", name="Gula", unit="kg", decimals=3, stock_group="sembako", price=17_000)["item"]
    do("set_traits", item_no=sugar, traits=Traits(good="gula", net_milli=1_000))
    assert refused(do, "set_price", item_no=sugar, price=18_000) == "price_above_advice"
    do("set_price", item_no=sugar, price=18_000, above_ceiling=True)
    assert facts(village, sugar).ceiling.action == "warn" and facts(village, sugar).price == 18_000


def test_a_promotion_lowers_the_price_on_its_days(village: TestVillage, do: Do, noodles: int) -> None:
    days = {"starts_on": TOMORROW, "ends_on": TOMORROW}
    do("set_promotion", item_no=noodles, label="Hari gerai", percent=25, **days)
    assert [sold_at(village, noodles, TODAY + timedelta(days=n)) for n in (0, 1, 2)] == [3_200, 2_400, 3_200]
    assert queries.till_items(village.gerai_id, TOMORROW)[0]["price"] == 2_400
    for wrong, code in (
        ({"price": 3_000, "percent": 5}, "price_or_percent"),
        ({"price": 3_300}, "price_not_lower"),
        ({"percent": 5, "ends_on": TODAY}, "ends_before_start"),
    ):
        assert refused(do, "set_promotion", **{"item_no": noodles, "label": "x", **days, **wrong}) == code


def test_a_scales_label_finds_its_goods_and_weighs_them(village: TestVillage, do: Do) -> None:
    chilli = do("add_item", **CHILLI)["item"]
    do("set_traits", item_no=chilli, traits=Traits(plu=42))
    label = "2200042012506"
    reading = scale_reading(label)
    assert reading is not None and reading == (42, 1_250)
    found = queries.items_by_barcode(village.gerai_id, [label, "2200043012505"], TODAY)
    assert {code: (each.item.no, each.milli) for code, each in found.items()} == {label: (chilli, 1_250)}


def test_a_label_of_the_gerai_never_means_a_weight(do: Do) -> None:
    chilli = do("add_item", **CHILLI)["item"]
    onion = do("add_item", **CHILLI | {"name": "Bawang"})["item"]
    code = do("add_own_barcode", item_no=chilli)["code"]
    assert scale_reading(code) is None
    do("set_traits", item_no=onion, traits=Traits(plu=42))
    assert refused(do, "set_traits", item_no=chilli, traits=Traits(plu=42)) == "plu_taken"
    assert refused(do, "add_barcode", item_no=chilli, code="2200042012506") == "barcode_of_scale"
    do("add_barcode", item_no=chilli, code="2200043012505")
    assert refused(do, "set_traits", item_no=onion, traits=Traits(plu=43)) == "plu_on_label"


def test_a_refill_names_its_vessel(village: TestVillage, do: Do, noodles: int) -> None:
    do("add_container", name="Tabung LPG 3 kg", deposit=150_000)
    assert refused(do, "add_container", name="tabung lpg 3 KG", deposit=1) == "name_taken"
    do("change_container", container_no=1, name="Tabung melon", deposit=160_000)
    assert refused(do, "change_container", container_no=2, name="x", deposit=1) == "container_unknown"
    do("set_traits", item_no=noodles, traits=Traits(container_no=1))
    assert facts(village, noodles).container_no == 1
    assert queries.till_containers(village.gerai_id) == [
        {"no": 1, "name": "Tabung melon", "deposit": 160_000}
    ]
    assert refused(do, "change_item", item_no=noodles, **NOODLES_ANEW) == "measure_fixed"


NOODLES_ANEW = {"name": "Mi", "unit": "kg", "decimals": 3, "stock_group": "sembako"}


def test_a_basket_is_read_in_one_statement_whatever_prices_there_are(
    village: TestVillage, do: Do, monkeypatch: pytest.MonkeyPatch
) -> None:
    nos = [do("add_item", **NOODLES | {"name": f"Mi {n}"})["item"] for n in range(5)]
    for no in nos:
        do("add_pack", item_no=no, name="dus", milli=40_000)
        do("set_price", item_no=no, price=3_000, kind="wholesale", from_milli=10_000)
    asked, ask = [], batch.ask
    monkeypatch.setattr(batch, "ask", lambda *args, **values: asked.append(1) or ask(*args, **values))
    assert len(queries.items_by_no(village.gerai_id, nos, TODAY)) == 5
    assert len(asked) == 1


def test_the_rules_of_the_state_are_loaded_any_number_of_times(village: TestVillage) -> None:
    with unit_of_work() as session:
        before = session.query(PriceCeiling).count()
        session.query(PriceCeiling).filter_by(good="gula").update({"max_price": 1})
        ceilings.load_reference(session)
        assert session.query(PriceCeiling).count() == before == len(list(ceilings.rules()))
        assert session.query(PriceCeiling).filter_by(good="gula").one().max_price == 17_500


def test_no_two_rules_of_a_good_hold_on_one_day_and_each_has_a_name() -> None:
    by_good: dict[str, list[tuple[date, date]]] = {}
    for rule in ceilings.rules():
        assert rule["good"] in ceilings.GOODS and rule["per"] in ceilings.PER
        by_good.setdefault(rule["good"], []).append((rule["valid_from"], rule["valid_to"] or date.max))
    for spans in by_good.values():
        spans.sort()
        assert all(first[1] < second[0] for first, second in pairwise(spans))


def test_rows_are_rehearsed_one_by_one_and_done_together(village: TestVillage, do: Do, noodles: int) -> None:
    rows = (
        ItemPatch(2, name="mi instan", price=3_300, member_price=3_250, pack="dus", pack_milli=40_000),
        ItemPatch(3, name="Beras Baru", unit="karung", price=70_000, codes=("4006381333931",)),
        ItemPatch(4, name="Tanpa satuan", price=1_000),
        ItemPatch(5, no=noodles, price=3_300),
        ItemPatch(6, name="Sabun", unit="buah", price=4_000, codes=("4006381333931",)),
        ItemPatch(7, name="Garam", unit="pak", price=2_000),
    )
    with pytest.raises(operations.Rehearsed) as caught:
        do("rehearse_import", patches=rows)
    states = [result.state for result in caught.value.results]
    assert states == ["changed", "new", "bad", "same", "bad", "new"]
    assert [result.row for result in caught.value.results if result.sentence] == [4, 6]
    assert facts(village, noodles).price == 3_200
    assert refused(do, "import_items", patches=rows) == "unit_missing"
    assert set(queries.items_by_no(village.gerai_id, range(1, 9))) == {noodles}
    good = tuple(row for row in rows if row.row not in (4, 6))
    assert do("import_items", patches=good) == {"rows": 4, "new": 2, "changed": 1}
    assert sorted(queries.items_by_no(village.gerai_id, range(1, 9))) == [1, 2, 3]
    assert sold_at(village, noodles, TODAY, member=True) == 3_250
    with pytest.raises(operations.Rehearsed) as caught:
        do("rehearse_import", patches=good)
    assert {result.state for result in caught.value.results} == {"same"}
