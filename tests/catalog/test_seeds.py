"""The goods of the demo are goods a village shop may sell at these prices."""

import pytest

from app.catalog import queries
from app.catalog.barcodes import is_in_store, normalise
from app.catalog.seeds import goods, put_on_sale
from tests.village import MORNING, TestVillage

CEILINGS = {
    "Beras SPHP 5 kg": 62_500,
    "Beras Medium": 13_500,
    "Beras Premium 5 kg": 5 * 14_900,
    "Beras Premium 10 kg": 10 * 14_900,
    "Minyakita 1 liter": 15_700,
    "Minyakita 2 liter": 2 * 15_700,
    "LPG 3 kg": 18_000,
    "Gula Pasir": 17_500,
    "Gula Pasir 1 kg": 17_500,
    "Telur Ayam Ras": 30_000,
    "Pupuk Urea Bersubsidi 50 kg": 50 * 1_800,
    "Pupuk NPK Bersubsidi 50 kg": 50 * 1_840,
    "Pupuk ZA Bersubsidi 50 kg": 50 * 1_360,
    "Pupuk Organik Bersubsidi 40 kg": 40 * 640,
}


@pytest.mark.parametrize("name, ceiling", CEILINGS.items())
def test_prices_that_the_state_limits_keep_to_the_limit(name: str, ceiling: int) -> None:
    [good] = [good for good in goods() if good.name == name]
    assert good.price <= ceiling


def test_goods_are_many_and_each_is_whole() -> None:
    assert len(goods()) > 110
    assert len({good.name.lower() for good in goods()}) == len(goods())
    for good in goods():
        assert 0 < good.cost < good.price
        assert good.weekly > 0
        assert good.decimals in (0, 3)
        assert good.group in ("sembako", "subsidised", "produce")
        assert len(good.name) <= 60 and len(good.unit) <= 10


def test_barcodes_are_valid_and_claim_no_makers_number() -> None:
    codes = [good.barcode for good in goods() if good.barcode]
    assert len(set(codes)) == len(codes) > 60
    for code in codes:
        assert normalise(code) == code
        assert is_in_store(code)


def test_every_price_of_the_demo_is_taken_by_the_real_acts(village: TestVillage) -> None:
    occasion = village.occasion("dewi", reference="6f8f3c1e-2b57-4a0e-9a51-0f1f6b1c2d3e")
    numbers = put_on_sale(occasion, goods())
    assert numbers == list(range(1, len(goods()) + 1))
    assert put_on_sale(occasion, goods()) == numbers  # the same reference: once
    facts = queries.items_by_no(village.gerai_id, numbers, MORNING.date())
    by_name = {item.name: item for item in facts.values()}
    assert by_name["LPG 3 kg"].container_no and by_name["LPG 3 kg"].no_bundling
    assert by_name["Beras Premium 10 kg"].ceiling.max_price == 149_000
    assert by_name["Mi Instan Goreng"].packs == (queries.Pack("dus", 40_000),)
