"""Goods that come in, and the few that are lost."""

from contextlib import suppress
from datetime import datetime

from app.demo.life import Life
from app.foundation.dates import JAKARTA
from app.foundation.quantity import SCALE
from app.inventory.operations import adjust_stock
from app.inventory.refusals import StockTooLow
from app.purchasing.operations import receive_goods
from app.purchasing.rules import ReceivedLine

LINES_A_NOTA = 25


def receive(life: Life, at: datetime, *, weeks: float, supplier: str, paid_from: str) -> None:
    """Fill the shelves for ``weeks`` weeks of this gerai's sales."""
    if at >= life.now:
        return
    share = life.character.baskets / 40
    lines = []
    for no, good in life.items:
        units = max(1, round(good.weekly * weeks * share * life.random.uniform(0.8, 1.3)))
        cost = round(good.cost * units * life.random.uniform(0.98, 1.02))
        lines.append(ReceivedLine(no, units * SCALE, cost))
    for start in range(0, len(lines), LINES_A_NOTA):
        receive_goods(
            life.by("storekeeper", at),
            on=at.astimezone(JAKARTA).date(),
            supplier=supplier,
            nota=f"SJ-{at:%y%m%d}-{start // LINES_A_NOTA + 1}",
            paid_from=paid_from,
            lines=tuple(lines[start : start + LINES_A_NOTA]),
        )


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
