"""One receipt number near the end of the digits would end a register's numbers for good. It ends nothing."""

import pytest

from app.books.acts import Outcome
from app.foundation.database import db
from app.sales import queries, refusals, sentences
from app.sales.models import Sale
from app.sales.operations.numbers import FARTHEST_AHEAD
from tests import shop
from tests.conftest import signed_in_as
from tests.village import TestVillage

LAST = 999_999_999
ONE = [{"item": shop.SOAP, "quantity": "1"}]


@pytest.fixture
def shift(village: TestVillage) -> int:
    shop.furnish(village)
    return shop.open_till(village)


def sell(village: TestVillage, shift: int, seq: int, *, completed: bool = False) -> Outcome:
    return shop.sell(village, shop.basket(ONE, shift=shift, seq=seq, completed=completed))


def next_number(village: TestVillage) -> str:
    with signed_in_as(village.app, village.users["budi"]) as client:
        return client.get(f"/g/{village.code}/till/context").json["register"]["next_number"]


def test_an_asked_number_far_ahead_is_refused_with_the_next_one(village: TestVillage, shift: int) -> None:
    with pytest.raises(refusals.NumberAhead) as refused:
        sell(village, shift, LAST)
    assert refused.value.facts["next_number"] == next_number(village) == "A-000001"


def test_a_told_number_far_ahead_is_recorded_and_moves_nothing(village: TestVillage, shift: int) -> None:
    for repeat in (1, 2):
        answer = sell(village, shift, LAST, completed=True).answer
        assert [each["code"] for each in answer["exceptions"]] == ["number_ahead"]
        assert db.session.get_one(Sale, (village.gerai_id, answer["sale"])).number_repeat == repeat
    ((code, facts),) = queries.exceptions(village.gerai_id, answer["sale"])
    assert f"A-{LAST}" in sentences.exception(code, facts)
    assert next_number(village) == "A-000001"


def test_the_sequence_may_get_to_a_number_that_was_told_too_early(village: TestVillage, shift: int) -> None:
    early = FARTHEST_AHEAD + 1
    sell(village, shift, early, completed=True)
    sell(village, shift, 1)
    assert sell(village, shift, early).answer["exceptions"] == []
    assert next_number(village) == f"A-{early + 1:06d}"


def test_a_register_may_have_printed_many_unheard(village: TestVillage, shift: int) -> None:
    assert sell(village, shift, FARTHEST_AHEAD).answer["exceptions"] == []
