"""What leaves the shop with a sale: goods out of stock, containers, and other people's goods."""

from collections import defaultdict
from dataclasses import dataclass, field

from app.books.book import OpenBook
from app.inventory.operations import ContainerMove, Move, Moved, move, move_containers
from app.inventory.postings import stock_account
from app.sales import postings, refusals
from app.sales.basket import PricedLine
from app.sales.operations.consigned import Share, sell_consigned
from app.sales.operations.decide import Decided
from app.sales.postings import Figures
from app.sales.verdict import Verdict


@dataclass(frozen=True)
class Goods:
    """By a line's place in the basket: how its stock moved, and what is owed for it to its supplier."""

    moved: dict[int, Moved] = field(default_factory=dict)
    shares: dict[int, Share] = field(default_factory=dict)

    @property
    def cost(self) -> int:
        return sum(each.cost for each in self.moved.values())


def take_goods(book: OpenBook, no: int, decided: Decided, verdict: Verdict) -> Goods:
    """Take the goods out of stock. Raises StockShort for an asked sale that wants more than there is."""
    places = [(i, line.item.no, line) for i, line in enumerate(decided.lines) if line.item is not None]
    if not places:
        return Goods()
    # A scrap of a pack that is less than a thousandth of the unit moves nothing.
    moves = [(i, Move(item_no, -line.stock_milli)) for i, item_no, line in places if line.stock_milli]
    found = move(
        book, on=decided.posted_on, source=postings.SOURCE, source_no=no, moves=[each for _, each in moves]
    )
    moved = {i: each for (i, _), each in zip(moves, found, strict=True)}
    for i, each in moved.items():
        if each.left_milli < 0:
            _object_to_shortage(decided.lines[i], i, each, verdict)
    _move_containers(book, no, decided)
    return Goods(moved, sell_consigned(book, no, decided, moved))


def _object_to_shortage(line: PricedLine, i: int, each: Moved, verdict: Verdict) -> None:
    """An asker is told what is left to sell; of a told sale it is noted how far below zero it went."""
    left = each.left_milli if verdict.told else max(0, each.left_milli - each.quantity_milli)
    unit = line.item.unit if line.item else line.unit
    verdict.object(refusals.StockShort(item=line.name, unit=unit, left=left, line=i))


def _move_containers(book: OpenBook, no: int, decided: Decided) -> None:
    """What went out in no empty and no deposit is lent all the same."""
    moves = [
        ContainerMove(
            each.container_no,
            empty=each.empties,
            lent=decided.lines[i].stock_milli // 1000 - each.empties,
            deposit=each.deposit,
        )
        for i, each in decided.vessels.items()
    ]
    if moves:
        move_containers(book, on=decided.posted_on, source=postings.SOURCE, source_no=no, moves=moves)


def figures_of(decided: Decided, goods: Goods) -> Figures:
    """The sale's figures for the ledger; of consigned goods only the commission is revenue."""
    own = [line for i, line in enumerate(decided.lines) if i not in goods.shares]
    theirs = [(decided.lines[i].amount, share) for i, share in goods.shares.items()]
    owed: dict[int, int] = defaultdict(int)
    for _, share in theirs:
        owed[share.supplier_no] += share.owed
    deposits: dict[int, int] = defaultdict(int)
    for each in decided.vessels.values():
        deposits[each.container_no] += each.deposit
    return Figures(
        member=decided.buyer.is_member,
        gross=sum(line.gross for line in own),
        discount=sum(line.discount for line in own),
        commission=sum(amount - share.owed for amount, share in theirs),
        owed=owed,
        deposits=deposits,
        costs=_costs(decided, goods),
    )


def _costs(decided: Decided, goods: Goods) -> dict[str, int]:
    costs: dict[str, int] = defaultdict(int)
    for i, each in goods.moved.items():
        item = decided.lines[i].item
        if item is not None:
            costs[stock_account(item.stock_group)] += each.cost
    return costs
