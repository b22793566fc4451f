"""Suppliers: added, described anew, no longer used and used again."""

from typing import Any

from sqlalchemy import func, select

from app.books.acts import act
from app.books.book import OpenBook
from app.foundation.reading import one_line
from app.purchasing.models import Consignment, Payable, Supplier
from app.purchasing.refusals import (
    SupplierEnded,
    SupplierStillOwed,
    SupplierStillOwns,
    SupplierTaken,
    SupplierUnknown,
)


def known_supplier(book: OpenBook, supplier_no: int) -> Supplier:
    """Raises SupplierUnknown."""
    supplier = book.session.get(Supplier, (book.gerai_id, supplier_no))
    if supplier is None:
        raise SupplierUnknown()
    return supplier


def used_supplier(book: OpenBook, supplier_no: int) -> Supplier:
    """One who may get new notas. Raises SupplierUnknown, SupplierEnded."""
    supplier = known_supplier(book, supplier_no)
    if supplier.ended_at is not None:
        raise SupplierEnded("supplier", name=supplier.name)
    return supplier


@act("purchasing.add_supplier")
def add_supplier(
    book: OpenBook,
    *,
    name: str,
    phone: str = "",
    address: str = "",
    bank_account: str = "",
    term_days: int = 0,
) -> dict[str, Any]:
    """Raises SupplierTaken when somebody is called so already."""
    supplier = Supplier(gerai_id=book.gerai_id, no=book.next_no("supplier"), name=_free_name(book, name))
    supplier.phone, supplier.address, supplier.bank_account = phone, address, bank_account
    supplier.term_days = term_days
    book.session.add(supplier)
    book.session.flush()
    return {"supplier": supplier.no, "name": supplier.name}


@act("purchasing.change_supplier")
def change_supplier(
    book: OpenBook,
    *,
    supplier_no: int,
    name: str,
    phone: str,
    address: str,
    bank_account: str,
    term_days: int,
) -> dict[str, Any]:
    """Describe a supplier anew. Raises SupplierUnknown, SupplierTaken."""
    supplier = known_supplier(book, supplier_no)
    supplier.name = _free_name(book, name, but=supplier_no)
    supplier.phone, supplier.address, supplier.bank_account = phone, address, bank_account
    supplier.term_days = term_days
    return {"supplier": supplier_no, "name": supplier.name}


@act("purchasing.end_supplier")
def end_supplier(book: OpenBook, *, supplier_no: int) -> dict[str, Any]:
    """Take a supplier off the lists. Raises SupplierUnknown, SupplierStillOwed, SupplierStillOwns."""
    supplier = known_supplier(book, supplier_no)
    mine = (Payable.gerai_id == book.gerai_id, Payable.supplier_no == supplier_no)
    owed = book.session.scalar(select(func.sum(Payable.amount - Payable.settled)).where(*mine)) or 0
    if owed:
        raise SupplierStillOwed(amount=int(owed))
    his = (Consignment.gerai_id == book.gerai_id, Consignment.supplier_no == supplier_no)
    if book.session.scalar(select(Consignment.item_no).where(*his).limit(1)) is not None:
        raise SupplierStillOwns()
    supplier.ended_at = book.at
    return {"supplier": supplier_no}


@act("purchasing.resume_supplier")
def resume_supplier(book: OpenBook, *, supplier_no: int) -> dict[str, Any]:
    """Raises SupplierUnknown."""
    known_supplier(book, supplier_no).ended_at = None
    return {"supplier": supplier_no}


def _free_name(book: OpenBook, name: str, but: int = 0) -> str:
    wanted = one_line(name)
    same = (Supplier.gerai_id == book.gerai_id, func.lower(Supplier.name) == wanted.lower())
    if book.session.scalar(select(Supplier.no).where(*same, Supplier.no != but).limit(1)) is not None:
        raise SupplierTaken("name", name=wanted)
    return wanted
