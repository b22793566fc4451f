"""A cashier's day in a demo gerai: shift, baskets, count."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from app.cash.operations import close_shift, count_drawer, open_shift
from app.demo.life import Life, moment
from app.demo.purse import handed_over, pieces_of
from app.foundation.quantity import SCALE, price_of, wire_quantity
from app.sales.operations import record_sale
from app.sales.refusals import StockShort
from app.sales.request import read

FLOAT = 200_000
TOLD = 0.03
"""How many baskets were sold while the power was out and told afterwards."""
OPEN_FOR = 9 * 60 + 50


def trade(life: Life, day: date, who: str, register: str, *, busy: float) -> None:
    """One shift of ``who`` with about ``busy`` baskets. Today's shift stays open."""
    opening = moment(day, 7, life.random.randrange(0, 9))
    if opening >= life.now:
        return
    done = open_shift(life.by(who, opening), register=register, opening_float=FLOAT)
    shift, cash = int(done.answer["shift"] or 0), FLOAT
    baskets = round(busy * (1.4 if day.weekday() >= 5 else 1) * life.random.uniform(0.7, 1.3))
    for minute in sorted(life.random.randrange(10, OPEN_FOR) for _ in range(baskets)):
        at = opening + timedelta(minutes=minute)
        if at < life.now:
            cash += _sell(life, who, register, shift, at)
    closing = moment(day, 17, life.random.randrange(10, 40))
    if closing < life.now:
        _close(life, who, shift, closing, cash)


def _sell(life: Life, who: str, register: str, shift: int, at: datetime) -> int:
    """One basket; answers the cash it left in the drawer. 0 when the shelf could not give it.

    Now and then one is told after a power cut, and some of those by yesterday's price.
    """
    told = life.chance(TOLD)
    lines = list(_chosen(life))
    if told and life.chance(0.4) and lines[0][1]["unit_price"] > 2_000:
        lines[0][1]["unit_price"] -= 500
    total = sum(price_of(line["unit_price"], milli) for milli, line in lines)
    qris = life.chance(life.character.qris)
    due = total if qris else total - total % 100
    amount = total if qris else handed_over(due, life.random)
    occasion, number = life.by(who, at), life.receipts[register] + 1
    body = {
        "reference": occasion.reference,
        "register": register,
        "number": f"{register}-{number:06d}",
        "shift": shift,
        "sold_at": at.isoformat(),
        "completed": told,
        "lines": [line for _, line in lines],
        "tenders": [{"kind": "qris" if qris else "cash", "amount": amount}],
    }
    try:
        record_sale(occasion, order=read(body))
    except StockShort:
        return 0  # the buyer goes home without it; the number is not used
    life.receipts[register] = number
    return 0 if qris else due


def _chosen(life: Life) -> Iterator[tuple[int, dict[str, Any]]]:
    """(thousandths, line) of what one buyer takes, each item once."""
    weights = [good.weekly for _, good in life.items]
    wanted = life.random.choices(life.items, weights, k=life.random.choice([1, 2, 3, 3, 4, 5, 7]))
    for no, good in dict(wanted).items():
        pieces = life.random.choice([1, 1, 1, 2]) * SCALE
        milli = life.random.choice([250, 500, 1000, 1500]) if good.decimals else pieces
        line = {"item": no, "quantity": wire_quantity(milli), "unit_price": good.price}
        # Whoever comes for a refill brings the empty one along.
        yield milli, {**line, "empties": milli // SCALE} if good.container else line


def _close(life: Life, who: str, shift: int, at: datetime, cash: int) -> None:
    """Count and close; where less care is taken, a note or a coin is missing more often."""
    careless = 1 / 6 + (1 - life.character.care)
    off = life.random.choice([-2_000, -500, 500, 1_000]) if life.chance(careless) else 0
    pieces = pieces_of(cash + off)
    count_drawer(life.by(who, at), shift_no=shift, pieces=pieces, any_shift=False)
    reason = "Salah kembalian, sudah dihitung dua kali" if off else ""
    close_shift(life.by(who, at), shift_no=shift, reason=reason, any_shift=False)
