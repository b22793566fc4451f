"""Sales through the act, in this process."""

import time
from collections.abc import Sequence
from datetime import datetime

from flask import Flask

from app.foundation.database import db
from app.sales.operations import record_sale
from app.sales.request import SaleRequest, read
from tests.drills.shop import Shop, basket


def orders(shop: Shop, first: int, last: int, till: int = 0) -> list[SaleRequest]:
    """Baskets of one till, read as its door reads them. Not timed."""
    return [read(basket(shop, till, seq)) for seq in range(first, last + 1)]


def sell(app: Flask, shop: Shop, requests: Sequence[SaleRequest], at: datetime, till: int = 0) -> float:
    """Record them one after the other; answers the seconds it took."""
    with app.app_context():
        started = time.perf_counter()
        for order in requests:
            record_sale(shop.occasion(till, at, order.reference), order=order)
        took = time.perf_counter() - started
        db.session.remove()
    return took
