"""Registers and the beginning of a shift."""

import string

from sqlalchemy import select

from app.books.acts import act
from app.books.book import OpenBook
from app.cash import devices, postings
from app.cash.models import Register, Shift
from app.cash.operations.devices import known_register
from app.cash.refusals import (
    RegisterBusy,
    RegisterExists,
    RegisterOnOtherDevice,
    RegisterUnknown,
    ShiftAlreadyOpen,
)
from app.ledger.operations import post

FIRST_REGISTER = "A"
LETTERS = tuple(string.ascii_uppercase)


def furnish(book: OpenBook) -> None:
    """A new gerai starts with register A."""
    book.session.add(Register(gerai_id=book.gerai_id, code=FIRST_REGISTER))


@act("cash.add_register")
def add_register(book: OpenBook, *, register: str) -> dict[str, str]:
    """A further till. Raises RegisterUnknown for what is not a letter, RegisterExists."""
    if register not in LETTERS:
        raise RegisterUnknown("register", register=register)
    if book.session.get(Register, (book.gerai_id, register)) is not None:
        raise RegisterExists("register", register=register)
    book.session.add(Register(gerai_id=book.gerai_id, code=register))
    return {"register": register}


@act("cash.open_shift")
def open_shift(
    book: OpenBook, *, register: str, opening_float: int, device_no: int | None = None
) -> dict[str, int | str | None]:
    """The acting user opens a shift at a register; the float moves from the safe into the drawer.

    ``device_no`` is the device that this browser has proved to be. Raises RegisterUnknown, RegisterRetired,
    RegisterOnOtherDevice, RegisterBusy, ShiftAlreadyOpen. The safe may go below zero here: a queue of
    neighbours does not wait for an opening balance; the gerai's day shows it.
    """
    known_register(book, register)
    bound = devices.bound_device(book.gerai_id, register)
    if bound is not None and bound[0] != device_no:
        raise RegisterOnOtherDevice("register", register=register)
    _refuse_if_open(book, register)
    no = book.next_no("shift")
    row = Shift(
        gerai_id=book.gerai_id,
        no=no,
        register=register,
        cashier_id=book.user_id,
        opened_at=book.at,
        opening_float=opening_float,
    )
    book.session.add(row)
    book.session.flush()
    entry = None
    if opening_float:
        entry = post(book, postings.opening(no, postings.drawer_of(no), book.today, opening_float))
    return {"shift": no, "register": register, "entry": entry}


def _refuse_if_open(book: OpenBook, register: str) -> None:
    query = select(Shift).where(Shift.gerai_id == book.gerai_id, Shift.closed_at.is_(None))
    for shift in book.session.scalars(query):
        if shift.cashier_id == book.user_id:
            raise ShiftAlreadyOpen(shift=shift.no)
        if shift.register == register:
            raise RegisterBusy("register", register=register)
