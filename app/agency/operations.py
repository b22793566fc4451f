"""Selling services for others, taking them back, and keeping the deposit with their provider."""

from typing import Any

from sqlalchemy import insert, select

from app.agency import postings, queries
from app.agency.models import (
    AgencyCancellation,
    AgencyProduct,
    AgencyProvider,
    AgencyReconciliation,
    AgencySale,
    AgencyTopUp,
    deposit_of,
)
from app.agency.refusals import (
    AlreadyCancelled,
    CommissionTooLarge,
    CustomerMissing,
    DepositShort,
    NoDrawer,
    ProductEnded,
    ProductExists,
    ProductUnknown,
    ProviderUnknown,
    ReasonNeeded,
    ServiceUnknown,
)
from app.agency.rules import Effect, effect, masked
from app.books.acts import act
from app.books.book import OpenBook
from app.cash.models import Shift
from app.cash.operations import write_tenders
from app.cash.operations.movements import NO_LIMIT, check_amount, working_shift
from app.cash.operations.tenders import Taken
from app.cash.operations.transfers import check_safe, known_bank
from app.cash.reasons import SHORTEST_REASON, explains
from app.ledger.operations import post

SHORTEST_NUMBER = 6


@act("agency.add_product")
def add_product(
    book: OpenBook, *, provider: str, service: str, name: str, fee: int, commission: int
) -> dict[str, Any]:
    """A service of a provider, who is new when the name is. Raises ProductExists."""
    same = select(AgencyProduct.no).where(
        AgencyProduct.gerai_id == book.gerai_id, AgencyProduct.name == name, AgencyProduct.ended_at.is_(None)
    )
    if book.session.scalar(same) is not None:
        raise ProductExists("name")
    provider_no = _provider_called(book, provider)
    no = book.next_no("agency_product")
    facts = {"service": service, "name": name, "fee": fee, "commission": commission}
    book.session.add(AgencyProduct(gerai_id=book.gerai_id, no=no, provider_no=provider_no, **facts))
    return {"product": no, "provider": provider_no}


def _provider_called(book: OpenBook, name: str) -> int:
    query = select(AgencyProvider.no).where(
        AgencyProvider.gerai_id == book.gerai_id, AgencyProvider.name == name
    )
    known = book.session.scalar(query)
    if known is not None:
        return known
    no = book.next_no("agency_provider")
    book.session.add(AgencyProvider(gerai_id=book.gerai_id, no=no, name=name))
    book.session.flush()
    return no


@act("agency.end_product")
def end_product(book: OpenBook, *, product_no: int) -> dict[str, Any]:
    """It is sold no more. Raises ProductUnknown, ProductEnded."""
    _product(book, product_no).ended_at = book.at
    return {"product": product_no}


@act("agency.sell")
def sell_service(
    book: OpenBook, *, product_no: int, shift_no: int, customer: str, principal: int, provider_ref: str
) -> dict[str, Any]:
    """Sell a service for cash out of one's own open shift.

    Asked, never told: the deposit must hold what the provider will take. Raises ProductUnknown, ProductEnded,
    CustomerMissing, AmountMissing, CommissionTooLarge, DepositShort, ShiftUnknown, ShiftClosed, NotYourShift.
    """
    product = _product(book, product_no)
    if sum(sign.isalnum() for sign in customer) < SHORTEST_NUMBER:
        raise CustomerMissing("customer")
    check_amount(principal, NO_LIMIT)
    if product.commission > principal:
        raise CommissionTooLarge("amount")
    shift = working_shift(book, shift_no, any_shift=False)
    moved = effect(product.service, principal=principal, fee=product.fee, commission=product.commission)
    _check_deposit(book, product.provider_no, moved)
    no = book.next_no("agency_sale")
    entry = _move(book, postings.SALE, no, shift=shift, provider_no=product.provider_no, moved=moved)
    row = {
        "gerai_id": book.gerai_id, "no": no, "product_no": product_no, "provider_no": product.provider_no,
        "shift_no": shift_no, "service": product.service, "name": product.name, "customer": masked(customer)[-30:],
        "principal": principal, "fee": product.fee, "commission": product.commission,
        "provider_ref": provider_ref.strip(), "sold_at": book.at, "sold_by": book.user_id,
        "entry_no": entry, "act_no": book.act_no,
    }  # fmt: skip
    book.write(insert(AgencySale), [row])
    return {"agency_sale": no, "drawer": moved.drawer, "entry": entry}


@act("agency.cancel")
def cancel_service(book: OpenBook, *, sale_no: int, reason: str) -> dict[str, Any]:
    """What the provider did not render goes back whole: from its own drawer, else from the canceller's.

    Raises ServiceUnknown, AlreadyCancelled, ReasonNeeded, NoDrawer.
    """
    sale = book.session.get(AgencySale, (book.gerai_id, sale_no))
    if sale is None:
        raise ServiceUnknown()
    if book.session.get(AgencyCancellation, (book.gerai_id, sale_no)) is not None:
        raise AlreadyCancelled()
    if not explains(reason):
        raise ReasonNeeded("reason", letters=SHORTEST_REASON)
    shift = _drawer_for(book, sale)
    done = effect(sale.service, principal=sale.principal, fee=sale.fee, commission=sale.commission)
    back = Effect(-done.drawer, -done.deposit, -done.earned)
    entry = _move(book, postings.CANCELLATION, sale_no, shift=shift, provider_no=sale.provider_no, moved=back)
    row = {
        "gerai_id": book.gerai_id, "sale_no": sale_no, "shift_no": shift.no, "reason": reason.strip(),
        "cancelled_at": book.at, "cancelled_by": book.user_id, "entry_no": entry, "act_no": book.act_no,
    }  # fmt: skip
    book.write(insert(AgencyCancellation), [row])
    return {"agency_sale": sale_no, "drawer": back.drawer, "entry": entry}


@act("agency.top_up")
def top_up(
    book: OpenBook, *, provider_no: int, amount: int, bank_no: int | None, note: str
) -> dict[str, Any]:
    """Fill the deposit from the bank, or from the safe. Raises ProviderUnknown, AmountMissing, BankUnknown, SafeShort."""
    _provider(book, provider_no)
    check_amount(amount, NO_LIMIT)
    bank = known_bank(book, bank_no) if bank_no is not None else None
    if bank is None:
        check_safe(book, amount)
    no = book.next_no("agency_top_up")
    event = postings.top_up(
        no, book.today, deposit=deposit_of(provider_no), amount=amount, bank=bank.subledger if bank else ""
    )
    entry = post(book, event)
    row = {
        "gerai_id": book.gerai_id, "no": no, "provider_no": provider_no, "bank_no": bank_no, "amount": amount,
        "note": note.strip(), "topped_at": book.at, "topped_by": book.user_id, "entry_no": entry,
        "act_no": book.act_no,
    }  # fmt: skip
    book.write(insert(AgencyTopUp), [row])
    return {"top_up": no, "entry": entry}


@act("agency.reconcile")
def reconcile(book: OpenBook, *, provider_no: int, stated: int, follow: bool, reason: str) -> dict[str, Any]:
    """Lay the provider's figure beside the books; ``follow`` books the difference, with a reason.

    Raises ProviderUnknown, ReasonNeeded.
    """
    _provider(book, provider_no)
    booked = queries.deposit(book.gerai_id, provider_no)
    difference = stated - booked
    if difference and follow and not explains(reason):
        raise ReasonNeeded("reason", letters=SHORTEST_REASON)
    no, entry = book.next_no("agency_reconciliation"), None
    if difference and follow:
        event = postings.reconciliation(
            no, book.today, deposit=deposit_of(provider_no), difference=difference
        )
        entry = post(book, event)
    row = {
        "gerai_id": book.gerai_id, "no": no, "provider_no": provider_no, "stated": stated, "booked": booked,
        "reason": reason.strip(), "checked_at": book.at, "checked_by": book.user_id, "entry_no": entry,
        "act_no": book.act_no,
    }  # fmt: skip
    book.write(insert(AgencyReconciliation), [row])
    return {"reconciliation": no, "difference": difference, "entry": entry}


def _product(book: OpenBook, no: int) -> AgencyProduct:
    product = book.session.get(AgencyProduct, (book.gerai_id, no))
    if product is None:
        raise ProductUnknown("product")
    if product.ended_at is not None:
        raise ProductEnded("product")
    return product


def _provider(book: OpenBook, no: int) -> AgencyProvider:
    provider = book.session.get(AgencyProvider, (book.gerai_id, no))
    if provider is None:
        raise ProviderUnknown()
    return provider


def _check_deposit(book: OpenBook, provider_no: int, moved: Effect) -> None:
    left = queries.deposit(book.gerai_id, provider_no)
    if moved.deposit < 0 and left + moved.deposit < 0:
        raise DepositShort("amount", provider=_provider(book, provider_no).name, left=left)


def _drawer_for(book: OpenBook, sale: AgencySale) -> Shift:
    shift = book.session.get_one(Shift, (book.gerai_id, sale.shift_no))
    if shift.closed_at is None:
        return shift
    own = select(Shift).where(
        Shift.gerai_id == book.gerai_id, Shift.cashier_id == book.user_id, Shift.closed_at.is_(None)
    )
    found = book.session.scalar(own)
    if found is None:
        raise NoDrawer()
    return found


def _move(book: OpenBook, source: str, no: int, *, shift: Shift, provider_no: int, moved: Effect) -> int:
    """Post it, and write its cash as a tender of the shift."""
    event = postings.service(
        source, no, book.today, drawer=shift.drawer, deposit=deposit_of(provider_no), moved=moved
    )
    entry = post(book, event)
    if moved.drawer:
        taken = [Taken("cash", moved.drawer, moved.drawer)]
        write_tenders(book, shift_no=shift.no, unit=postings.UNIT, source=source, source_no=no, taken=taken)
    return entry
