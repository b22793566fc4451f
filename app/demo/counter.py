"""A cashier's day in a demo gerai: shift, baskets, members who pay in, count."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from app.cash.operations import close_shift, count_drawer, open_shift
from app.demo import membership
from app.demo.baskets import Basket, facts_of, fill
from app.demo.life import Life, moment
from app.demo.purse import handed_over, pieces_of
from app.foundation.quantity import read_quantity
from app.sales.operations import record_sale, return_goods, void_sale
from app.sales.refusals import StockShort
from app.sales.request import BackLine, ReturnRequest, VoidRequest, read

FLOAT = 200_000
TOLD = 0.03
"""How many baskets were sold while the power was out and told afterwards."""
STALE = 0.4
"""How many of those by yesterday's price."""
VOIDED = 0.004
RETURNED = 0.1
"""How many days begin with somebody who brings back what he bought last."""
ON_BON = 0.15
"""How many baskets of a member with a bon are written on it."""
OPEN_FOR = 9 * 60 + 50


@dataclass
class Counter:
    """One shift, and what its drawer should hold."""

    life: Life
    who: str
    register: str
    day: date
    shift: int
    cash: int = FLOAT

    def occasion(self, at: datetime) -> Any:
        return self.life.by(self.who, at)


def trade(life: Life, day: date, who: str, register: str, *, busy: float) -> None:
    """One shift of ``who`` with about ``busy`` baskets. Today's shift stays open."""
    opening = moment(day, 7, life.random.randrange(0, 9))
    if opening >= life.now:
        return
    done = open_shift(life.by(who, opening), register=register, opening_float=FLOAT)
    counter = Counter(life, who, register, day, int(done.answer["shift"] or 0))
    _serve(counter, opening, busy)
    closing = moment(day, 17, life.random.randrange(10, 40))
    if closing < life.now:
        _close(counter, closing)


def _serve(counter: Counter, opening: datetime, busy: float) -> None:
    life, day = counter.life, counter.day
    facts = facts_of(life, day)
    if counter.register == "A":
        counter.cash += sum(membership.come_to_pay(life, counter.who, counter.shift, day))
    if counter.register == "A" and day.day in (1, 2, 16):
        counter.cash += sum(membership.settle_bon(life, counter.who, counter.shift, day))
    if life.chance(RETURNED):
        counter.cash -= _take_back(counter, opening + timedelta(minutes=65))
    life.last_sale = None
    baskets = round(busy * (1.4 if day.weekday() >= 5 else 1) * life.random.uniform(0.7, 1.3))
    for minute in sorted(life.random.randrange(70, OPEN_FOR) for _ in range(baskets)):
        at = opening + timedelta(minutes=minute)
        if at < life.now:
            _sell(counter, at, facts)


def _sell(counter: Counter, at: datetime, facts: Any) -> None:
    """One basket. Nothing when the shelf could not give it: the buyer goes home, the number is not used."""
    life = counter.life
    member = life.random.choice(life.members) if life.members and life.chance(0.45) else None
    told = life.chance(TOLD)
    basket = fill(life, facts, counter.day, member=member is not None, stale=told and life.chance(STALE))
    tender = _tender(life, basket, member)
    occasion, number = counter.occasion(at), life.receipts[counter.register] + 1
    body = {
        "reference": occasion.reference,
        "register": counter.register,
        "number": f"{counter.register}-{number:06d}",
        "shift": counter.shift,
        "sold_at": at.isoformat(),
        "completed": told,
        "member": member,
        "lines": basket.lines,
        "tenders": [tender],
    }
    try:
        done = record_sale(occasion, order=read(body))
    except StockShort:
        return
    life.receipts[counter.register] = number
    due = basket.total - basket.total % 100 if tender["kind"] == "cash" else 0
    counter.cash += due
    if tender["kind"] == "bon" and member is not None:
        life.bon[member] = life.bon.get(member, 0) + basket.total
    elif life.chance(VOIDED):
        counter.cash -= _void(counter, at, done.answer["sale"], due)
    else:
        life.last_sale = (done.answer["sale"], basket.lines[0]["quantity"])


def _void(counter: Counter, at: datetime, sale: int, due: int) -> int:
    """The buyer changed his mind; answers the cash he gets back."""
    occasion = counter.occasion(at + timedelta(minutes=2))
    order = VoidRequest(occasion.reference or "", sale, counter.shift, "Pembeli batal membeli")
    void_sale(occasion, order=order)
    return due


def _take_back(counter: Counter, at: datetime) -> int:
    """Something of yesterday's last basket was not good; answers the cash the buyer gets back."""
    if counter.life.last_sale is None or at >= counter.life.now:
        return 0
    sale, quantity = counter.life.last_sale
    occasion = counter.occasion(at)
    order = ReturnRequest(
        reference=occasion.reference or "",
        sale=sale,
        shift=counter.shift,
        lines=(BackLine(1, read_quantity(quantity)),),
        refund=(),
        reason="Kemasan rusak",
    )
    done = return_goods(occasion, order=order)
    return sum(part["amount"] for part in done.answer["refund"] if part["kind"] == "cash")


def _tender(life: Life, basket: Basket, member: int | None) -> dict[str, Any]:
    if (
        member in life.trusted
        and life.chance(ON_BON)
        and life.bon.get(member, 0) + basket.total <= min(membership.LIMITS)
    ):
        return {"kind": "bon", "amount": basket.total}
    if life.chance(life.character.qris):
        return {"kind": "qris", "amount": basket.total}
    return {"kind": "cash", "amount": handed_over(basket.total - basket.total % 100, life.random)}


def _close(counter: Counter, at: datetime) -> None:
    """Count and close; where less care is taken, a note or a coin is missing more often."""
    life = counter.life
    careless = 1 / 6 + (1 - life.character.care)
    off = life.random.choice([-2_000, -500, 500, 1_000]) if life.chance(careless) else 0
    pieces = pieces_of(counter.cash + off)
    count_drawer(counter.occasion(at), shift_no=counter.shift, pieces=pieces, any_shift=False)
    reason = "Salah kembalian, sudah dihitung dua kali" if off else ""
    close_shift(counter.occasion(at), shift_no=counter.shift, reason=reason, any_shift=False)
