"""Goods that come in on a nota: paid at once, on tempo, before their bill, or on consignment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog.models import Container
from app.catalog.queries import ItemFacts, items_by_no
from app.catalog.refusals import ItemUnknown
from app.foundation.reading import one_line
from app.inventory.operations import ContainerMove, Move, containers_held, move, move_containers
from app.inventory.postings import UNIT
from app.inventory.refusals import ContainerUnknown, EmptiesTooFew, QuantityNotPositive, QuantityNotWhole
from app.inventory.rules import fits
from app.ledger.draft import Line, credit
from app.ledger.operations import post
from app.ledger.operations.periods import ensure_open
from app.purchasing import postings
from app.purchasing.models import Receiving, ReceivingLine, ReceivingLineTerms, ReceivingTerms, Supplier
from app.purchasing.operations.consigning import ensure_own, take_on_consignment
from app.purchasing.operations.money import Purse, pay_out
from app.purchasing.operations.paying import owe
from app.purchasing.operations.suppliers import add_supplier, used_supplier
from app.purchasing.refusals import (
    CostImplausible,
    DiscountTooLarge,
    DueBeforeReceipt,
    DueNeeded,
    FreightNeedsValue,
    ItemNotSold,
    NotaNeeded,
    NotaRepeated,
    NothingReceived,
    SupplierNeeded,
    SupplierNotListed,
)
from app.purchasing.rules import (
    HIGHEST_UNIT_COST,
    MONEY,
    Landed,
    ReceivedLine,
    landed,
    nota_key,
    unit_cost,
)

_RECEIVING, _LINE = insert(Receiving), insert(ReceivingLine)
_TERMS, _LINE_TERMS = insert(ReceivingTerms), insert(ReceivingLineTerms)
NEEDS_SUPPLIER = ("drawer", "bank", "tempo", "consigned")


@dataclass(frozen=True)
class _Nota:
    """What a nota says of itself, once everything in it is known to be right."""

    no: int
    on: date
    nota: str
    paid_from: str
    supplier_no: int | None
    supplier: str
    due_on: date | None
    purse: Purse


@act("purchasing.receive_goods")
def receive_goods(
    book: OpenBook,
    *,
    on: date,
    nota: str,
    paid_from: str,
    lines: tuple[ReceivedLine, ...],
    supplier: str = "",
    supplier_no: int | None = None,
    new_supplier: bool | None = None,
    due_on: date | None = None,
    discount: int = 0,
    freight: int = 0,
    shift_no: int | None = None,
    bank_no: int | None = None,
    empties: tuple[tuple[int, int], ...] = (),
) -> dict[str, Any]:
    """Take goods into stock at what they cost with discount and freight; who pays and when is ``paid_from``.

    "safe", "drawer" and "bank" pay at once, "tempo" owes it to the supplier until ``due_on``, "unbilled"
    waits for the bill, "consigned" goods stay their owner's. ``empties`` are (container, pieces) given back.
    With ``new_supplier`` told, ``supplier`` is one on the list, and added to it where that is true; a name
    without it is only remembered.

    Raises NothingReceived, ItemUnknown, ItemNotSold, QuantityNotPositive, QuantityNotWhole,
    CostImplausible, DiscountTooLarge, FreightNeedsValue, SupplierNeeded, SupplierUnknown, SupplierEnded,
    SupplierNotListed, NotaNeeded, NotaRepeated, DueNeeded, DueBeforeReceipt, EmptiesTooFew, what ``pay_out``
    and ``take_on_consignment`` raise, and FutureDate, PeriodClosed, PeriodLocked, PeriodUnknown for the
    date. A refusal of a line speaks at ``lines-0-quantity``.
    """
    items = _checked(book, lines)
    spread = _landed(lines, discount, freight)
    _check_costs(lines, spread, items)
    ensure_open(book, on)
    if supplier_no is None and new_supplier is not None:
        supplier_no = _by_name(book, supplier, new_supplier)
    name = used_supplier(book, supplier_no).name if supplier_no else supplier
    _check_terms(book, paid_from, supplier_no, nota=nota, on=on, due_on=due_on)
    no = book.next_no("receiving")
    purse = Purse(paid_from, shift_no, bank_no)
    told = _Nota(no, on, nota, paid_from, supplier_no, name, due_on, purse)
    entry, variance = _move(book, told, lines, spread, items)
    _write(book, told, entry, lines, spread)
    _give_empties(book, told, empties)
    cost = sum(each.cost for each in spread)
    if paid_from == "tempo" and supplier_no and due_on and cost:
        owe(book, supplier_no=supplier_no, source=postings.RECEIVING, source_no=no, nota=nota,
            billed_on=on, due_on=due_on, amount=cost)  # fmt: skip
    return {"receiving": no, "entry": entry, "cost": cost, "variance": variance, "supplier": supplier_no}


def _by_name(book: OpenBook, name: str, new: bool) -> int:
    """Looked up here and not before, so that a nota sent twice says the same twice. Raises SupplierNotListed."""
    same = (Supplier.gerai_id == book.gerai_id, func.lower(Supplier.name) == one_line(name).lower())
    found = book.session.scalar(select(Supplier.no).where(*same).limit(1))
    if found is None and not new:
        raise SupplierNotListed("supplier", name=name)
    return found or int(add_supplier(book, name=name).answer["supplier"])


def _checked(book: OpenBook, lines: Sequence[ReceivedLine]) -> dict[int, ItemFacts]:
    if not lines:
        raise NothingReceived()
    items = items_by_no(book.gerai_id, (line.item_no for line in lines))
    for number, line in enumerate(lines):
        _check_line(f"lines-{number}", line, items.get(line.item_no))
    return items


def _check_line(at: str, line: ReceivedLine, item: ItemFacts | None) -> None:
    if item is None:
        raise ItemUnknown(f"{at}-item", item=line.item_no)
    if item.ended:
        raise ItemNotSold(f"{at}-item", item=item.name)
    if line.quantity_milli <= 0:
        raise QuantityNotPositive(f"{at}-quantity")
    if not fits(line.quantity_milli, item.decimals):
        raise QuantityNotWhole(f"{at}-quantity", item=item.name, unit=item.unit)
    if line.discount > line.cost:
        raise DiscountTooLarge(f"{at}-discount")


def _check_costs(
    lines: Sequence[ReceivedLine], spread: Sequence[Landed], items: Mapping[int, ItemFacts]
) -> None:
    for number, (line, each) in enumerate(zip(lines, spread, strict=True)):
        each_costs = unit_cost(line.quantity_milli, each.cost)
        if each_costs > HIGHEST_UNIT_COST:
            unit = items[line.item_no].unit
            raise CostImplausible(f"lines-{number}-cost", unit=unit, unit_cost=each_costs)


def _landed(lines: Sequence[ReceivedLine], discount: int, freight: int) -> list[Landed]:
    net = sum(line.net for line in lines)
    if discount > net:
        raise DiscountTooLarge("discount")
    if freight and not net:
        raise FreightNeedsValue("freight")
    return landed(lines, discount=discount, freight=freight)


def _check_terms(
    book: OpenBook, paid_from: str, supplier_no: int | None, *, nota: str, on: date, due_on: date | None
) -> None:
    if supplier_no is None:
        if paid_from in NEEDS_SUPPLIER:
            raise SupplierNeeded("supplier")
        return
    if paid_from == "tempo":
        _check_due(nota, on, due_on)
    earlier = _same_nota(book, supplier_no, nota)
    if earlier:
        raise NotaRepeated("nota", nota=nota, on=earlier[1], receiving=earlier[0])


def _check_due(nota: str, on: date, due_on: date | None) -> None:
    if not nota_key(nota):
        raise NotaNeeded("nota")
    if due_on is None:
        raise DueNeeded("due_on")
    if due_on < on:
        raise DueBeforeReceipt("due_on")


def _same_nota(book: OpenBook, supplier_no: int, nota: str) -> Any:
    """(receiving, its day) of the nota, if this supplier's came in before."""
    same = (Receiving.gerai_id == ReceivingTerms.gerai_id) & (Receiving.no == ReceivingTerms.receiving_no)
    query = select(Receiving.no, Receiving.received_on).join_from(ReceivingTerms, Receiving, same)
    mine = (ReceivingTerms.gerai_id == book.gerai_id, ReceivingTerms.supplier_no == supplier_no)
    key = nota_key(nota)
    return book.session.execute(query.where(*mine, ReceivingTerms.nota_key == key)).first() if key else None


def _move(
    book: OpenBook,
    nota: _Nota,
    lines: Sequence[ReceivedLine],
    spread: Sequence[Landed],
    items: Mapping[int, ItemFacts],
) -> tuple[int | None, int]:
    """The entry's number (None when the goods cost nothing) and the variance of what was sold too early."""
    if nota.paid_from == "consigned" and nota.supplier_no:
        take_on_consignment(book, nota.no, nota.on, nota.supplier_no, lines=lines, items=items)
    else:
        ensure_own(book, items)
    moves = [
        Move(line.item_no, line.quantity_milli, each.cost) for line, each in zip(lines, spread, strict=True)
    ]
    moved = move(book, on=nota.on, source=postings.RECEIVING, source_no=nota.no, moves=moves)
    variance = sum(each.variance for each in moved)
    draft = postings.receiving(
        nota.no,
        nota.on,
        changes=[(items[each.item_no].stock_group, each.value_change) for each in moved],
        variance=variance,
        against=_against(book, nota, sum(each.cost for each in spread)),
    )
    return (post(book, draft) if draft else None), variance


def _against(book: OpenBook, nota: _Nota, cost: int) -> Line:
    """Who or what bears the cost."""
    if nota.paid_from in MONEY:
        return pay_out(book, nota.purse, cost, source=postings.RECEIVING, source_no=nota.no)
    if nota.paid_from == "tempo" and nota.supplier_no:
        return credit(postings.PAYABLE, UNIT, cost, postings.of_supplier(nota.supplier_no))
    return credit(postings.UNBILLED, UNIT, cost, postings.of_receiving(nota.no))


def _write(
    book: OpenBook,
    nota: _Nota,
    entry: int | None,
    lines: Sequence[ReceivedLine],
    spread: Sequence[Landed],
) -> None:
    key = {"gerai_id": book.gerai_id, "no": nota.no, "entry_no": entry, "act_no": book.act_no}
    header = {"received_on": nota.on, "supplier": nota.supplier, "nota": nota.nota}
    cost = sum(each.cost for each in spread)
    book.write(_RECEIVING, [{**key, **header, "paid_from": nota.paid_from, "cost": cost}])
    if nota.supplier_no:
        book.write(_TERMS, [_terms(book, nota, lines, spread)])
    rows = list(enumerate(zip(lines, spread, strict=True), 1))
    part_of = {"gerai_id": book.gerai_id, "receiving_no": nota.no}
    book.write(
        _LINE,
        [
            {
                **part_of,
                "line": i,
                "item_no": line.item_no,
                "quantity_milli": line.quantity_milli,
                "cost": each.cost,
            }
            for i, (line, each) in rows
        ],
    )
    book.write(_LINE_TERMS, [{**part_of, "line": i, **_line_terms(*row)} for i, row in rows])


def _terms(
    book: OpenBook, nota: _Nota, lines: Sequence[ReceivedLine], spread: Sequence[Landed]
) -> dict[str, Any]:
    return {
        "gerai_id": book.gerai_id,
        "receiving_no": nota.no,
        "supplier_no": nota.supplier_no,
        "nota_key": nota_key(nota.nota),
        "due_on": nota.due_on if nota.paid_from == "tempo" else None,
        "gross": sum(line.cost for line in lines),
        "discount": sum(each.discount for each in spread),
        "freight": sum(each.freight for each in spread),
        **nota.purse.columns,
    }


def _line_terms(line: ReceivedLine, each: Landed) -> dict[str, Any]:
    return {
        "pack": line.pack,
        "count_milli": line.count_milli,
        "pack_milli": line.pack_milli,
        "gross": line.cost,
        "discount": each.discount,
        "freight": each.freight,
        "owed": line.owed,
    }


def _give_empties(book: OpenBook, nota: _Nota, empties: Sequence[tuple[int, int]]) -> None:
    """Refills come for empties, which go back to the agent."""
    held = containers_held(book, (no for no, _ in empties))
    for number, (container_no, pieces) in enumerate(empties):
        container = book.session.get(Container, (book.gerai_id, container_no))
        if container is None:
            raise ContainerUnknown(f"empties-{number}-pieces")
        if pieces > held[container_no].empty:
            left = held[container_no].empty
            raise EmptiesTooFew(f"empties-{number}-pieces", container=container.name, left=left)
    moves = [ContainerMove(container_no, empty=-pieces) for container_no, pieces in empties]
    move_containers(book, on=nota.on, source=postings.RECEIVING, source_no=nota.no, moves=moves)
