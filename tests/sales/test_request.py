"""The shape of what the till's door takes."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sales.refusals import Malformed
from app.sales.request import read
from tests.shop import basket

GOOD = basket([{"item": 1, "quantity": "1.250"}], shift=1)


def wrong(body: Any) -> list[str]:
    with pytest.raises(Malformed) as refused:
        read(body)
    return [error["field"] for error in refused.value.facts["errors"]]


def test_spelling_tells_no_two_requests_apart() -> None:
    longer = GOOD | {
        "lines": [{"item": 1, "quantity": "1.25", "discount": 0}],
        "clock_offset_ms": 0,
        "sold_at": "2026-11-23T01:05:00Z",
        "reference": GOOD["reference"].upper(),
    }
    assert read(longer) == read(GOOD) == read(GOOD | {"completed": True})


@pytest.mark.parametrize(
    "change, field",
    [
        ({"reference": "1"}, "reference"),
        ({"reference": None}, "reference"),
        ({"register": "AAA"}, "register"),
        ({"number": "A-1"}, "number"),
        ({"number": "A-000000"}, "number"),
        ({"number": "B-000001"}, "number"),
        ({"shift": "1"}, "shift"),
        ({"shift": True}, "shift"),
        ({"shift": 0}, "shift"),
        ({"sold_at": "kemarin"}, "sold_at"),
        ({"sold_at": "0001-01-01T00:00:00+14:00"}, "sold_at"),
        ({"clock_offset_ms": 1.5}, "clock_offset_ms"),
        ({"completed": "yes"}, "completed"),
        ({"member": -1}, "member"),
        ({"lines": []}, "lines"),
        ({"lines": [1]}, "lines.0"),
        ({"lines": [{"quantity": "1"}]}, "lines.0.item"),
        ({"lines": [{"item": 1, "barcode": "1", "quantity": "1"}]}, "lines.0.item"),
        ({"lines": [{"item": 1, "quantity": 1.5}]}, "lines.0.quantity"),
        ({"lines": [{"item": 1, "quantity": "1,5"}]}, "lines.0.quantity"),
        ({"lines": [{"item": 1, "quantity": "1e3"}]}, "lines.0.quantity"),
        ({"lines": [{"item": 1, "quantity": "-1"}]}, "lines.0.quantity"),
        ({"lines": [{"item": 1, "quantity": "0"}]}, "lines.0.quantity"),
        ({"lines": [{"item": 1, "quantity": "1.2345"}]}, "lines.0.quantity"),
        ({"lines": [{"item": 1, "quantity": "9999999"}]}, "lines.0.quantity"),
        ({"lines": [{"item": 1, "quantity": "1", "discount": -1}]}, "lines.0.discount"),
        ({"lines": [{"item": 1, "quantity": "1", "unit_price": 10**10}]}, "lines.0.unit_price"),
        ({"tenders": [{"kind": "barter", "amount": 1}]}, "tenders.0.kind"),
        ({"tenders": [{"kind": "cash", "amount": "1"}]}, "tenders.0.amount"),
        ({"rounding": 0.5}, "rounding"),
        ({"total": -1}, "total"),
    ],
)
def test_a_fault_is_named_by_its_path(change: dict[str, Any], field: str) -> None:
    assert wrong(GOOD | change) == [field]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(GOOD)), json_values)
def test_nothing_makes_the_reader_fail_but_by_refusing(field: str, value: Any) -> None:
    with suppress(Malformed):
        read(GOOD | {field: value})
