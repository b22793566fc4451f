"""Accounts, units, and what the parts of a control account stand at."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from app.foundation.database import db
from app.ledger.models import Account, Balance, Unit


def accounts(gerai_id: int) -> Sequence[Account]:
    """The gerai's chart, by code."""
    return db.session.scalars(
        select(Account).where(Account.gerai_id == gerai_id).order_by(Account.code)
    ).all()


def account(gerai_id: int, code: str) -> Account | None:
    return db.session.get(Account, (gerai_id, code))


def units() -> Sequence[Unit]:
    return db.session.scalars(select(Unit).order_by(Unit.position)).all()


def subledgers(gerai_id: int, account: str, *, after: str = "", limit: int = 50) -> Sequence[Any]:
    """(subledger, signed rupiah) of the parts that stand at something, in the order of their names.

    Settled parts are left out: a till's shifts would otherwise grow by three lines a day.
    """
    query = (
        select(Balance.subledger, Balance.amount)
        .where(Balance.gerai_id == gerai_id, Balance.account == account)
        .where(Balance.amount != 0, Balance.subledger > after)
    )
    return db.session.execute(query.order_by(Balance.subledger).limit(limit)).all()
