"""Binding a register to one device, and retiring the letter of a device that was lost."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from app.books.acts import act
from app.books.book import OpenBook
from app.cash.models import Register, RegisterDevice, Shift
from app.cash.refusals import CodeWrong, RegisterRetired, RegisterUnknown, ShiftStillOpen

CODE_LIVES = timedelta(minutes=15)


@act("cash.invite_device")
def invite_device(book: OpenBook, *, register: str, code_hash: str) -> dict[str, Any]:
    """Let the next device that types the code stand at a register. Raises RegisterUnknown, RegisterRetired."""
    known_register(book, register)
    for waiting in book.session.scalars(_of(book, register).where(RegisterDevice.secret_hash.is_(None))):
        waiting.ended_at = book.at
    no = book.next_no("register_device")
    row = RegisterDevice(
        gerai_id=book.gerai_id,
        no=no,
        register=register,
        name="",
        code_hash=code_hash,
        code_until=book.at + CODE_LIVES,
    )
    book.session.add(row)
    return {"register": register, "device": no}


@act("cash.enrol_device")
def enrol_device(book: OpenBook, *, code_hash: str, secret_hash: str, name: str) -> dict[str, Any]:
    """The device that typed the code stands at the register from now on; the one before it no more.

    Raises CodeWrong for a code that is unknown, used or too old.
    """
    query = select(RegisterDevice).where(
        RegisterDevice.gerai_id == book.gerai_id,
        RegisterDevice.code_hash == code_hash,
        RegisterDevice.secret_hash.is_(None),
        RegisterDevice.ended_at.is_(None),
    )
    invited = book.session.scalar(query)
    if invited is None or invited.code_until < book.at:
        raise CodeWrong("code")
    for before in book.session.scalars(_of(book, invited.register).where(RegisterDevice.no != invited.no)):
        before.ended_at = book.at
    book.session.flush()
    invited.name, invited.secret_hash = name, secret_hash
    invited.enrolled_at, invited.enrolled_by = book.at, book.user_id
    return {"register": invited.register, "device": invited.no}


@act("cash.unbind_register")
def unbind_register(book: OpenBook, *, register: str) -> dict[str, Any]:
    """The device is taken from the register and may print no more; the letter goes on. Raises RegisterUnknown."""
    known_register(book, register)
    _end_devices(book, register)
    return {"register": register}


@act("cash.retire_register")
def retire_register(book: OpenBook, *, register: str) -> dict[str, Any]:
    """A lost device's letter is never used again. Raises RegisterUnknown, RegisterRetired, ShiftStillOpen."""
    row = known_register(book, register)
    still = select(Shift.no).where(
        Shift.gerai_id == book.gerai_id, Shift.register == register, Shift.closed_at.is_(None)
    )
    if book.session.scalar(still) is not None:
        raise ShiftStillOpen(register=register)
    row.retired_at = book.at
    _end_devices(book, register)
    return {"register": register}


def known_register(book: OpenBook, register: str) -> Register:
    """The register, as long as its letter is in use."""
    row = book.session.get(Register, (book.gerai_id, register))
    if row is None:
        raise RegisterUnknown("register", register=register)
    if row.retired_at is not None:
        raise RegisterRetired("register", register=register)
    return row


def _end_devices(book: OpenBook, register: str) -> None:
    for device in book.session.scalars(_of(book, register)):
        device.ended_at = book.at


def _of(book: OpenBook, register: str) -> Any:
    return select(RegisterDevice).where(
        RegisterDevice.gerai_id == book.gerai_id,
        RegisterDevice.register == register,
        RegisterDevice.ended_at.is_(None),
    )
