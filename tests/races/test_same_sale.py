"""One sale, sent fifty times at once over HTTP."""

from typing import Any

from flask.testing import FlaskClient

from app.books.models import Act
from app.foundation.database import db
from app.sales.models import Sale
from tests.conftest import signed_in_as
from tests.races.conftest import Market
from tests.races.crowd import at_once
from tests.shop import EGGS, RICE, SOAP, basket

TIMES = 50
LINES = [
    {"item": RICE, "quantity": "1"},
    {"item": EGGS, "quantity": "1.250"},
    {"item": SOAP, "quantity": "2"},
]


def _send(market: Market, body: dict[str, Any]) -> tuple[int, bytes]:
    village = market.village

    def post(client: FlaskClient) -> tuple[int, bytes]:
        answer = client.post(f"/g/{village.code}/till/sales", json=body)
        return answer.status_code, answer.data

    with signed_in_as(village.app, village.users["budi"]) as client:
        return post(client)


def test_the_same_sale_sent_fifty_times_at_once_is_one_sale_with_one_answer(market: Market) -> None:
    body = basket(LINES, shift=market.tills[0][2])
    answers = at_once(TIMES, lambda _: _send(market, body))
    assert sorted(status for status, _ in answers) == [200] * (TIMES - 1) + [201]
    assert len({content for _, content in answers}) == 1
    with market.village.app.app_context():
        assert db.session.query(Sale).count() == 1
        assert db.session.query(Act).filter_by(reference=body["reference"]).count() == 1
        db.session.remove()


def test_of_two_baskets_under_one_reference_one_is_sold_and_the_other_refused(market: Market) -> None:
    first = basket(LINES, shift=market.tills[0][2])
    bodies = [first, {**first, "lines": LINES[:1]}]
    answers = at_once(TIMES, lambda who: _send(market, bodies[who % 2]))
    statuses = sorted(status for status, _ in answers)
    assert statuses == [200] * (TIMES // 2 - 1) + [201] + [409] * (TIMES // 2)
    with market.village.app.app_context():
        assert db.session.query(Sale).count() == 1
        assert db.session.query(Act).filter_by(kind="books.reference_conflict").count() == 1
        db.session.remove()
