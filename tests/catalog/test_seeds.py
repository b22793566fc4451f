"""The goods of the demo are goods a village shop may sell at these prices."""

import pytest

from app.catalog.barcodes import is_in_store, normalise
from app.catalog.seeds import goods

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
