"""Items: named, measured, priced, ended; and their barcodes."""

from collections.abc import Callable
from typing import Any

import pytest

from app.catalog import operations, queries, refusals
from app.foundation.refusals import Refusal
from tests.village import TestVillage

RICE = {
    "name": "Beras Pulen 5 kg",
    "unit": "karung",
    "decimals": 0,
    "stock_group": "sembako",
    "price": 70_000,
}
CHILLI = {"name": "Cabai Rawit", "unit": "kg", "decimals": 3, "stock_group": "produce", "price": 45_000}
MEASURE = {key: RICE[key] for key in ("unit", "decimals", "stock_group")}
CODE = "4006381333931"


@pytest.fixture
def do(village: TestVillage) -> Callable[..., Any]:
    """Do an act of the catalogue as the manager, and give its answer."""

    def run(what: str, /, **facts: Any) -> Any:
        return getattr(operations, what)(village.occasion("dewi"), **facts).answer

    return run


@pytest.fixture
def rice(do) -> int:
    return do("add_item", **RICE)["item"]


def facts(village: TestVillage, no: int) -> queries.ItemFacts:
    return queries.items_by_no(village.gerai_id, [no])[no]


def test_an_item_is_found_by_its_number_and_by_its_barcodes(village, do, rice) -> None:
    do("add_barcode", item_no=rice, code="036000291452")
    do("add_barcode", item_no=rice, code=CODE)
    expected = queries.ItemFacts(rice, "Beras Pulen 5 kg", "karung", 0, "sembako", 70_000, False)
    assert queries.items_by_no(village.gerai_id, [rice, 99]) == {rice: expected}
    found = queries.items_by_barcode(village.gerai_id, [CODE, "0036000291452", "96385074"])
    assert found == {CODE: queries.Found(expected), "0036000291452": queries.Found(expected)}
    assert queries.items_by_no(village.gerai_id, []) == {}
    assert queries.items_by_barcode(village.gerai_id, []) == {}


def test_items_of_one_gerai_are_unknown_in_another(village, do, rice) -> None:
    do("add_barcode", item_no=rice, code=CODE)
    assert queries.items_by_no(village.other_gerai_id, [rice]) == {}
    assert queries.items_by_barcode(village.other_gerai_id, [CODE]) == {}
    assert queries.till_items(village.other_gerai_id) == []


def test_the_till_gets_what_is_sold_and_priced(village, do, rice) -> None:
    chilli = do("add_item", **CHILLI)["item"]
    ended = do("add_item", **RICE | {"name": "Beras Lama"})["item"]
    do("end_item", item_no=ended)
    do("add_item", **RICE | {"name": "Belum Berharga", "price": 0})
    do("add_barcode", item_no=rice, code=CODE)
    assert queries.till_items(village.gerai_id) == [
        {
            "no": rice,
            "name": "Beras Pulen 5 kg",
            "unit": "karung",
            "decimals": 0,
            "price": 70_000,
            "group": "sembako",
            "barcodes": [CODE],
        },
        {
            "no": chilli,
            "name": "Cabai Rawit",
            "unit": "kg",
            "decimals": 3,
            "price": 45_000,
            "group": "produce",
            "barcodes": [],
        },
    ]


def test_every_change_moves_the_version(village, do) -> None:
    seen = [queries.items_version(village.gerai_id)]
    assert seen == [0]

    def after(what: str, /, **content: Any) -> Any:
        answer = do(what, **content)
        seen.append(queries.items_version(village.gerai_id))
        return answer

    item = after("add_item", **RICE)["item"]
    after("change_item", item_no=item, name="Beras", **MEASURE)
    after("set_price", item_no=item, price=71_000)
    after("add_barcode", item_no=item, code=CODE)
    after("remove_barcode", item_no=item, code=CODE)
    after("add_own_barcode", item_no=item)
    after("end_item", item_no=item)
    after("resume_item", item_no=item)
    assert seen == sorted(set(seen))
    assert queries.items_version(village.other_gerai_id) == 0


def test_a_price_is_remembered_with_what_it_was(village, do, rice) -> None:
    assert do("set_price", item_no=rice, price=72_000) == {
        "item": rice,
        "price": 72_000,
        "was": 70_000,
        "starts_on": "2026-11-23",
    }
    assert facts(village, rice).price == 72_000


def test_an_item_without_movements_may_be_measured_anew(village, do, rice) -> None:
    do("change_item", item_no=rice, name="  Beras   Pulen ", unit="kg", decimals=3, stock_group="produce")
    assert facts(village, rice)[:5] == (rice, "Beras Pulen", "kg", 3, "produce")


def test_an_ended_item_keeps_its_barcodes_and_frees_its_name(village, do, rice) -> None:
    do("add_barcode", item_no=rice, code=CODE)
    do("end_item", item_no=rice)
    assert facts(village, rice).ended
    assert queries.items_by_barcode(village.gerai_id, [CODE])[CODE].item.ended
    again = do("add_item", **RICE)["item"]
    assert again != rice
    with pytest.raises(refusals.NameTaken):
        do("resume_item", item_no=rice)


def test_a_gerais_own_code_is_made_once(village, do, rice) -> None:
    code = do("add_own_barcode", item_no=rice)["code"]
    assert code.startswith("20")
    assert queries.items_by_barcode(village.gerai_id, [code])[code].item.no == rice
    with pytest.raises(refusals.OwnBarcodeExists, match=code):
        do("add_own_barcode", item_no=rice)


def test_an_own_code_that_another_item_carries_is_passed_over(village, do, rice) -> None:
    chilli = do("add_item", **CHILLI)["item"]
    made = do("add_own_barcode", item_no=chilli)["code"]
    do("remove_barcode", item_no=chilli, code=made)
    do("add_barcode", item_no=rice, code=made)
    assert do("add_own_barcode", item_no=chilli)["code"] not in ("", made)


def refused(do, what: str, /, **content: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        do(what, **content)
    return caught.value


def test_a_taken_barcode_names_the_other_item(do, rice) -> None:
    chilli = do("add_item", **CHILLI)["item"]
    do("add_barcode", item_no=rice, code=CODE)
    for item in (chilli, rice):
        refusal = refused(do, "add_barcode", item_no=item, code=CODE)
        assert (refusal.code, refusal.field) == ("barcode_taken", "code")
        assert "Beras Pulen 5 kg" in refusal.message


@pytest.mark.parametrize(
    "what, content, code",
    [
        ("add_item", RICE | {"name": " beras  PULEN 5 kg"}, "name_taken"),
        ("change_item", MEASURE | {"item_no": 9, "name": "Beras"}, "item_unknown"),
        ("set_price", {"item_no": 9, "price": 1}, "item_unknown"),
        ("set_price", {"item_no": 1, "price": 0}, "price_missing"),
        ("resume_item", {"item_no": 1}, "item_not_ended"),
        ("end_item", {"item_no": 9}, "item_unknown"),
        ("add_barcode", {"item_no": 9, "code": CODE}, "item_unknown"),
        ("add_barcode", {"item_no": 1, "code": "4006381333930"}, "barcode_malformed"),
        ("add_barcode", {"item_no": 1, "code": "10012345678902"}, "barcode_of_carton"),
        ("remove_barcode", {"item_no": 1, "code": CODE}, "barcode_unknown"),
        ("add_own_barcode", {"item_no": 9}, "item_unknown"),
    ],
)
def test_what_the_catalogue_says_no_to(do, rice, what, content, code) -> None:
    assert rice == 1
    refusal = refused(do, what, **content)
    assert refusal.code == code
    assert refusal.message


def test_a_refusal_leaves_the_version_alone(village, do, rice) -> None:
    version = queries.items_version(village.gerai_id)
    refused(do, "add_item", **RICE)
    assert queries.items_version(village.gerai_id) == version


def test_an_item_ends_once(do, rice) -> None:
    do("end_item", item_no=rice)
    assert refused(do, "end_item", item_no=rice).code == "item_ended"


def test_another_items_barcode_is_not_taken_off(do, rice) -> None:
    chilli = do("add_item", **CHILLI)["item"]
    do("add_barcode", item_no=rice, code=CODE)
    assert refused(do, "remove_barcode", item_no=chilli, code=CODE).code == "barcode_unknown"
