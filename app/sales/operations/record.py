"""Recording a sale: prices, stock, money, one ledger entry, in one act.

Asked (``completed: false``), the server decides and may refuse. Told (``completed: true``), the goods
and the money have changed hands: the sale is recorded whatever is wrong with it, with exceptions.
"""

from typing import Any

from app.books.acts import act
from app.books.book import OpenBook
from app.cash.operations import revise_difference, write_tenders
from app.cash.operations.tenders import Taken
from app.ledger.operations import post
from app.receivables.operations import charge
from app.sales import postings
from app.sales.operations.counts import count_sale
from app.sales.operations.decide import Decided, decide
from app.sales.operations.goods import Goods, figures_of, take_goods
from app.sales.operations.rows import write_exceptions, write_sale
from app.sales.request import SaleRequest
from app.sales.verdict import Verdict, exception_json


@act("sales.record")
def record_sale(book: OpenBook, *, order: SaleRequest) -> dict[str, Any]:
    """Record one basket; answers ``{"sale", "entry", "total", "change", "exceptions"}``, and what else there is to say.

    Asked sales raise what is wrong with them (``app.sales.refusals``). Told ones raise ShiftUnknown
    where no shift ever was, PriceMissing, QuantityMissing and DiscountTooLarge where their own figures make no sum.
    """
    verdict = Verdict(told=order.completed)
    decided = decide(book, order, verdict)
    no = book.next_no("sale")
    goods = take_goods(book, no, decided, verdict)
    entry = _post(book, no, decided, goods)
    write_sale(book, no, entry, decided, goods)
    write_exceptions(book, no, verdict)
    _take_money(book, no, decided)
    count_sale(book, decided.posted_on, decided.buyer.member_no, no)
    return _answer(no, entry, decided, verdict)


def _answer(no: int, entry: int | None, decided: Decided, verdict: Verdict) -> dict[str, Any]:
    exceptions = [exception_json(each) for each in verdict.exceptions]
    change = decided.payment.change
    answer: dict[str, Any] = {
        "sale": no,
        "entry": entry,
        "total": decided.total,
        "change": change,
        "exceptions": exceptions,
    }
    if decided.deposit:
        answer["deposit"] = decided.deposit
    if decided.approval is not None:
        answer["approved_by"] = decided.approval.name
    return answer


def _post(book: OpenBook, no: int, decided: Decided, goods: Goods) -> int | None:
    money = postings.money_lines(
        sale_no=no,
        shift_no=decided.shift.no,
        # Whoever sends the sale answers for what is missing, also where the shift is another's.
        debtor_id=book.user_id or decided.shift.cashier_id,
        payment=decided.payment,
    )
    lines = [*money, *postings.goods_lines(figures_of(decided, goods))]
    event = postings.document(postings.SOURCE, no, decided.sold_on, lines)
    return post(book, event, decided.posted_on) if event else None


def _take_money(book: OpenBook, no: int, decided: Decided) -> None:
    """Write the tenders: cash counts as far as it is due, everything else as it came."""
    payment, shift = decided.payment, decided.shift
    write_tenders(
        book,
        shift_no=shift.no,
        unit=postings.UNIT,
        source=postings.SOURCE,
        source_no=no,
        taken=_taken(decided),
    )
    if payment.owed_by is not None:
        charge(
            book, member_no=payment.owed_by, amount=payment.bon, source=postings.SOURCE, source_no=no,
            on=decided.posted_on,
        )  # fmt: skip
    if not shift.is_open:
        late = payment.paid_cash
        revise_difference(book, shift_no=shift.no, unit=postings.UNIT, late_cash=late, on=decided.posted_on)


def _taken(decided: Decided) -> list[Taken]:
    due, taken = decided.payment.due_cash, []
    for tender in decided.order.tenders:
        if tender.kind == "bon" and decided.payment.owed_by is None:
            continue  # nobody owes it: the sender answers for it as money missing
        amount = min(tender.amount, due) if tender.kind == "cash" else tender.amount
        due -= amount if tender.kind == "cash" else 0
        taken.append(Taken(tender.kind, amount, tender.amount))
    return taken
