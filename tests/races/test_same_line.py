"""The same goods brought back at two counters at once, and a sale voided while somebody returns it."""

from typing import Any
from uuid import uuid4

from app.foundation.database import db
from app.sales.models import SaleReturn, SaleReturnLine
from tests.conftest import signed_in_as
from tests.races.conftest import Market
from tests.races.crowd import at_once
from tests.shop import SOAP, basket

TIMES = 12


def _post(market: Market, way: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    village = market.village
    with signed_in_as(village.app, village.users["budi"]) as client:
        answer = client.post(f"/g/{village.code}/till/{way}", json=body)
        return answer.status_code, answer.json


def _sold(market: Market) -> tuple[int, int]:
    """(sale, shift) of three soaps."""
    shift = market.tills[0][2]
    _, answer = _post(market, "sales", basket([{"item": SOAP, "quantity": "3"}], shift=shift))
    return int(answer["sale"]), shift


def _body(sale: int, shift: int, **facts: Any) -> dict[str, Any]:
    return {"reference": str(uuid4()), "sale": sale, "shift": shift, "reason": "Bocor", **facts}


def test_of_returns_at_once_no_more_come_back_than_were_bought(market: Market) -> None:
    sale, shift = _sold(market)
    line = [{"line": 1, "quantity": "2"}]
    answers = at_once(TIMES, lambda _: _post(market, "returns", _body(sale, shift, lines=line)))
    assert sorted(status for status, _ in answers) == [201] + [409] * (TIMES - 1)
    assert {answer["code"] for status, answer in answers if status == 409} == {"returned_too_much"}
    with market.village.app.app_context():
        assert db.session.query(SaleReturnLine).one().quantity_milli == 2_000
        db.session.remove()


def test_a_sale_is_voided_or_returned_and_never_both(market: Market) -> None:
    sale, shift = _sold(market)
    line = [{"line": 1, "quantity": "3"}]
    ways = [("voids", {}), ("returns", {"lines": line})]
    answers = at_once(
        TIMES, lambda who: _post(market, ways[who % 2][0], _body(sale, shift, **ways[who % 2][1]))
    )
    assert sorted(status for status, _ in answers) == [201] + [409] * (TIMES - 1)
    with market.village.app.app_context():
        assert db.session.query(SaleReturn).count() == 1
        db.session.remove()
