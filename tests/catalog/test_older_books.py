"""A gerai that sold before prices had dates keeps its prices."""

from datetime import UTC, date, datetime

from flask_migrate import upgrade
from sqlalchemy import text

from app.catalog.queries import items_by_no
from app.foundation.database import db
from tests.conftest import Databases, application, let_go
from tests.ledger.raw import owner_engine

BOOK = "INSERT INTO book (gerai_id, opened_at, head_no, head_hash) VALUES (1, :at, 0, :genesis)"
ITEM = (
    "INSERT INTO item (gerai_id, no, name, unit, decimals, stock_group, price)"
    " VALUES (1, :no, :name, 'pak', 0, 'sembako', :price)"
)


def test_what_an_item_cost_before_is_its_first_price(databases: Databases) -> None:
    url = databases.empty()
    app = application(url)
    with app.app_context():
        upgrade(revision="0010")
        with owner_engine(url).begin() as connection:
            connection.execute(text(BOOK), {"at": datetime(2026, 1, 1, tzinfo=UTC), "genesis": "0" * 64})
            for no, price in ((1, 3_200), (2, 0)):
                connection.execute(text(ITEM), {"no": no, "name": f"Mi {no}", "price": price})
        upgrade()
        found = items_by_no(1, [1, 2], date(2026, 11, 23))
        db.session.remove()
    let_go(app)
    assert [(no, item.price, len(item.rules)) for no, item in sorted(found.items())] == [
        (1, 3_200, 1),
        (2, 0, 0),
    ]
