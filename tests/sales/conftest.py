"""A shop with an open shift."""

from dataclasses import dataclass

import pytest

from tests import shop as furnished
from tests.village import TestVillage


@dataclass
class Shop:
    village: TestVillage
    shift: int

    @property
    def gerai_id(self) -> int:
        return self.village.gerai_id


@pytest.fixture
def shop(village: TestVillage) -> Shop:
    furnished.furnish(village)
    return Shop(village, furnished.open_till(village))
