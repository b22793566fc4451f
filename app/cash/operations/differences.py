"""What a difference comes to: the gerai's expense, somebody's debt, or income; and how a debt is paid."""

from typing import Any

from sqlalchemy import insert

from app.books.acts import act
from app.books.book import OpenBook
from app.cash import postings, queries
from app.cash.models import DebtPayment, DifferenceDecision
from app.cash.operations.movements import NO_LIMIT, check_amount
from app.cash.reasons import SHORTEST_REASON, explains
from app.cash.refusals import (
    DebtorUnknown,
    NothingToDecide,
    OwnDebt,
    OwnDifference,
    PaysTooMuch,
    ReasonTooShort,
)
from app.ledger.operations import post


@act("cash.decide_difference")
def decide_difference(
    book: OpenBook,
    *,
    origin: str,
    origin_no: int,
    outcome: str,
    reason: str,
    debtor_id: int | None = None,
) -> dict[str, Any]:
    """Decide all that is undecided on one side of a difference, by somebody it does not concern.

    ``outcome`` is expense or debt for what is missing, income for what is over. Raises NothingToDecide,
    OwnDifference, DebtorUnknown, ReasonTooShort.
    """
    if not explains(reason):
        raise ReasonTooShort("reason", letters=SHORTEST_REASON)
    concerned = queries.concerned(book.gerai_id, origin, origin_no)
    if book.user_id in concerned:
        raise OwnDifference()
    if (outcome == "debt") != (debtor_id is not None) or (
        debtor_id is not None and debtor_id not in concerned
    ):
        raise DebtorUnknown("debtor")
    left = queries.undecided_of(book.gerai_id, origin, origin_no)
    amount = left.over if outcome == "income" else -left.short
    if not amount:
        raise NothingToDecide()
    no = book.next_no("difference_decision")
    event = postings.decision(no, book.today, outcome=outcome, amount=amount, debtor=f"user:{debtor_id}")
    entry = post(book, event) if event else None
    facts = {"origin": origin, "origin_no": origin_no, "outcome": outcome, "amount": amount}
    by = {"decided_at": book.at, "decided_by": book.user_id, "entry_no": entry, "act_no": book.act_no}
    row = {
        "gerai_id": book.gerai_id,
        "no": no,
        **facts,
        "debtor_id": debtor_id,
        "reason": reason.strip(),
        **by,
    }
    book.write(insert(DifferenceDecision), [row])
    return {"decision": no, "amount": amount, "entry": entry}


@act("cash.pay_debt")
def pay_debt(book: OpenBook, *, debtor_id: int, amount: int) -> dict[str, Any]:
    """An officer pays into the safe what they owe. Raises AmountMissing, OwnDebt, PaysTooMuch."""
    check_amount(amount, NO_LIMIT)
    if debtor_id == book.user_id:
        raise OwnDebt()
    by_unit = queries.debt_by_unit(book.gerai_id, debtor_id)
    owed = sum(by_unit.values())
    if amount > owed:
        raise PaysTooMuch("amount", owed=max(owed, 0))
    parts = _parts(by_unit, amount)
    no = book.next_no("debt_payment")
    entry = post(book, postings.debt_payment(no, book.today, debtor=f"user:{debtor_id}", by_unit=parts))
    row = {
        "gerai_id": book.gerai_id, "no": no, "debtor_id": debtor_id, "amount": amount, "paid_at": book.at,
        "received_by": book.user_id, "entry_no": entry, "act_no": book.act_no,
    }  # fmt: skip
    book.write(insert(DebtPayment), [row])
    return {"debt_payment": no, "left": owed - amount, "entry": entry}


def _parts(by_unit: dict[str, int], amount: int) -> dict[str, int]:
    """The largest debt first; never more than a unit is owed."""
    parts = {}
    for unit in sorted(by_unit, key=lambda unit: (-by_unit[unit], unit)):
        part = min(max(by_unit[unit], 0), amount)
        if part:
            parts[unit] = part
            amount -= part
    return parts
