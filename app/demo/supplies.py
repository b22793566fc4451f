"""Goods that come in on terms, what is paid for them, and the few that are lost."""

from contextlib import suppress
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from app.demo.life import Life, moment
from app.foundation.database import db
from app.foundation.dates import JAKARTA
from app.foundation.quantity import SCALE
from app.inventory.operations import adjust_stock
from app.inventory.refusals import StockTooLow
from app.ledger.models import Balance
from app.purchasing.models import Payable
from app.purchasing.operations import add_supplier, pay_supplier, receive_goods
from app.purchasing.rules import ReceivedLine

SUPPLIERS = (("Gudang Bulog Blitar", 0), ("UD Sumber Rejeki", 14), ("CV Tani Makmur", 21))
LINES_A_NOTA = 25
SAFE = "1-1100"
KEPT = 1_000_000
"""Rupiah that stay in the safe, however much is owed."""


def know_suppliers(life: Life, at: datetime) -> None:
    for name, days in SUPPLIERS:
        done = add_supplier(life.by("storekeeper", at), name=name, term_days=days)
        life.suppliers.append(done.answer["supplier"])


def receive(life: Life, at: datetime, *, weeks: float, supplier: int, paid_from: str) -> None:
    """Fill the shelves for ``weeks`` weeks of this gerai's sales; ``supplier`` counts from 0."""
    if at >= life.now:
        return
    share, lines = life.character.baskets / 40, []
    for no, good in life.items:
        units = max(1, round(good.weekly * weeks * share * life.random.uniform(0.8, 1.3)))
        cost = round(good.cost * units * life.random.uniform(0.98, 1.02))
        lines.append(ReceivedLine(no, units * SCALE, cost))
    on = at.astimezone(JAKARTA).date()
    due_on = on + timedelta(days=SUPPLIERS[supplier][1]) if paid_from == "tempo" else None
    for start in range(0, len(lines), LINES_A_NOTA):
        receive_goods(
            life.by("storekeeper", at),
            on=on,
            supplier_no=life.suppliers[supplier],
            nota=f"SJ-{at:%y%m%d}-{start // LINES_A_NOTA + 1}",
            paid_from=paid_from,
            due_on=due_on,
            lines=tuple(lines[start : start + LINES_A_NOTA]),
        )


def pay_suppliers(life: Life, day: date) -> None:
    """Pay what is due by ``day``, as far as the safe reaches; a careless gerai forgets now and then."""
    at = moment(day, 15, 30)
    if at >= life.now or not life.chance(life.character.care):
        return
    left = _in_the_safe(life) - KEPT
    for supplier_no, due in _due(life, day):
        amount = min(due, left)
        if amount > 0:
            pay_supplier(life.by("treasurer", at), supplier_no=supplier_no, amount=amount, paid_from="safe")
            left -= amount


def _in_the_safe(life: Life) -> int:
    query = select(Balance.amount).where(Balance.gerai_id == life.gerai_id, Balance.account == SAFE)
    return db.session.scalar(query) or 0


def _due(life: Life, day: date) -> list[tuple[int, int]]:
    query = (
        select(Payable.supplier_no, func.sum(Payable.amount - Payable.settled))
        .where(Payable.gerai_id == life.gerai_id, Payable.due_on <= day)
        .group_by(Payable.supplier_no)
        .order_by(Payable.supplier_no)
    )
    return [(no, int(due)) for no, due in db.session.execute(query)]


def lose_something(life: Life, at: datetime) -> None:
    if at >= life.now:
        return
    no, _ = life.random.choice(life.items)
    reason = life.random.choice(["damaged", "expired"])
    with suppress(StockTooLow):  # nothing is left of it to lose
        adjust_stock(
            life.by("manager", at),
            item_no=no,
            quantity_milli=SCALE,
            reason=reason,
            note="Dicek saat buka gerai",
        )
