"""The kill drill: tills sell, the server dies under them, and nothing it said is lost or doubled."""

import http.client
import json
import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from sqlalchemy import func, select

from app.books.models import Act
from app.foundation.database import db
from app.inventory.models import StockMovement
from app.ledger.audit import audit
from app.sales.models import Sale, SaleLine
from tests.drills.serving import Server, Till
from tests.drills.shop import CODE, PASSWORD, Shop, basket, cashier

LINES = 5


@dataclass
class Sent:
    """A sale a till has sent. ``answer`` is empty for as long as nothing came back."""

    body: dict[str, Any]
    answer: bytes | None = None

    @property
    def reference(self) -> str:
        return str(self.body["reference"])


@dataclass
class Counter:
    """A till and everything it ever sent. The last one tells its sales, the others ask."""

    till: Till
    number: int
    told: bool
    sent: list[Sent] = field(default_factory=list)

    def sell_until_dead(self, shop: Shop) -> None:
        """One sale after the other, until the server is gone. AssertionError when one is refused."""
        self.till.hang_up()
        while True:
            sale = Sent(basket(shop, self.number, len(self.sent) + 1, lines=LINES) | {"completed": self.told})
            self.sent.append(sale)
            try:
                status, answer = self.till.sell(json.dumps(sale.body).encode())
            except (OSError, http.client.HTTPException):
                return
            assert status == 201, answer
            sale.answer = answer

    def replay(self, sale: Sent, **changes: Any) -> tuple[int, bytes]:
        return self.till.sell(json.dumps(sale.body | changes).encode())


class KillDrill:
    """One shop, one server, four counters."""

    def __init__(self, app: Flask, shop: Shop, server: Server, seed: int = 1) -> None:
        self.app, self.shop, self.server = app, shop, server
        self.random = random.Random(seed)
        self.counters = [self._counter(number) for number in range(len(shop.tills))]
        self.unanswered, self.recorded_unanswered = 0, 0

    def _counter(self, number: int) -> Counter:
        till = Till(self.server.port, CODE)
        till.sign_in(cashier(number), PASSWORD)
        return Counter(till, number, told=number == len(self.shop.tills) - 1)

    def kill_once(self) -> None:
        """Sell, die, rise, and look at what is there."""
        before = [len(counter.sent) for counter in self.counters]
        self._sell_and_die()
        self.server.start()
        for counter, start in zip(self.counters, before, strict=True):
            counter.till.hang_up()
            self._check(counter, counter.sent[start:])
        self._audit()

    def _sell_and_die(self) -> None:
        with ThreadPoolExecutor(len(self.counters)) as pool:
            selling = [pool.submit(counter.sell_until_dead, self.shop) for counter in self.counters]
            time.sleep(self.random.uniform(0.2, 0.8))
            self.server.kill()
        for each in selling:
            each.result()

    def _check(self, counter: Counter, sales: list[Sent]) -> None:
        """What was answered is answered again; the one that was not is absent or whole, and is told now."""
        *answered, last = sales
        assert last.answer is None
        for sale in answered:
            assert sale.answer is not None
            assert counter.replay(sale) == (200, sale.answer)
        whole = self._is_recorded(last)
        self.unanswered += 1
        self.recorded_unanswered += whole
        status, last.answer = counter.replay(last, completed=True)
        assert status == (200 if whole else 201), last.answer
        assert counter.replay(last) == (200, last.answer)

    def _is_recorded(self, sale: Sent) -> bool:
        """AssertionError when only a part of it is."""
        with self.app.app_context():
            act = db.session.scalar(select(Act).where(Act.reference == sale.reference))
            number = db.session.scalar(select(Sale).where(Sale.number == sale.body["number"]))
            assert (act is None) == (number is None)
            if act is not None and number is not None:
                assert number.act_no == act.no
                assert self._lines(number) == (LINES, LINES)
            db.session.remove()
        return act is not None

    def _lines(self, sale: Sale) -> tuple[int | None, int | None]:
        lines = select(func.count()).where(SaleLine.gerai_id == sale.gerai_id, SaleLine.sale_no == sale.no)
        moves = select(func.count()).where(
            StockMovement.gerai_id == sale.gerai_id, StockMovement.act_no == sale.act_no
        )
        return db.session.scalar(lines), db.session.scalar(moves)

    def _audit(self) -> None:
        with self.app.app_context():
            assert audit().faults == []
            db.session.remove()

    def settle(self) -> int:
        """At the end: every sale is told once more, all are there, each once. Answers how many there are."""
        for counter in self.counters:
            for sale in counter.sent:
                assert counter.replay(sale, completed=True) == (200, sale.answer)
            counter.till.hang_up()
        sent = sum(len(counter.sent) for counter in self.counters)
        with self.app.app_context():
            assert db.session.scalar(select(func.count()).select_from(Sale)) == sent
            db.session.remove()
        self._audit()
        return sent
