"""What the shelves of the browser's village see today: goods of others, a bill, goods sent back, opname."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from app.catalog.operations import add_item
from app.foundation.database import db
from app.foundation.dates import local_date
from app.inventory.models import CountedItem, Stock
from app.inventory.operations import approve_count, count_item, open_count
from app.purchasing.operations import (
    add_supplier,
    receive_goods,
    record_bill,
    return_goods,
    settle_consignment,
)
from app.purchasing.operations.returning import ReturnedLine
from app.purchasing.rules import ReceivedLine

Parts = dict[str, dict[str, Any]]
SACK = {"unit": "pcs", "decimals": 0, "stock_group": "sembako"}


def bought(today: Any) -> Parts:
    """Goods whose bill comes later, of which some go back; and goods on consignment that partly go home."""
    day = local_date(today.at)
    item = add_item(today.by("dewi"), name="Sarung tenun", price=85_000, **SACK).answer["item"]
    owner = add_supplier(today.by("agus"), name="Tenun Bu Aminah").answer["supplier"]
    lines = (ReceivedLine(int(item), 10_000, 600_000),)
    paid = {"on": day, "nota": "TA-07", "supplier": "Tenun Bu Aminah", "paid_from": "unbilled"}
    nota = receive_goods(today.by("agus"), lines=lines, **paid).answer["receiving"]
    back = {"receiving_no": nota, "settled_by": "unbilled", "reason": "Jahitannya lepas"}
    returned = return_goods(today.by("agus"), lines=(ReturnedLine(1, 2_000),), **back).answer["return"]
    facts = {"receiving_no": nota, "supplier_no": owner, "nota": "F-07", "amount": 480_000}
    due = {"billed_on": day, "due_on": day + timedelta(days=14)}
    bill = record_bill(today.by("wati"), **facts, **due).answer["bill"]
    return {
        "purchasing.bill": {"no": bill},
        "purchasing.goods_return": {"no": returned},
        **_on_consignment(today, owner),
    }


def _on_consignment(today: Any, owner: int) -> Parts:
    item = int(add_item(today.by("dewi"), name="Keripik tempe 250 g", price=12_000, **SACK).answer["item"])
    lines = (ReceivedLine(item, 20_000, 0, owed=9_500),)
    terms = {"on": local_date(today.at), "nota": "", "supplier_no": owner, "paid_from": "consigned"}
    receive_goods(today.by("agus"), lines=lines, **terms)
    home = {"supplier_no": owner, "returned": {item: 5_000}, "amount": 0, "paid_from": "safe"}
    done = settle_consignment(today.by("wati"), **home).answer["settlement"]
    return {"purchasing.settlement": {"no": done}, "purchasing.settle_form": {"no": owner}}


def counted(today: Any) -> Parts:
    """One opname approved, and one going on."""
    first, items = _opened(today, "telur")
    count_item(
        today.by("agus"),
        count_no=first,
        item_no=items[0],
        quantity_milli=_one_less(today, items[0]),
        add=False,
        look=1,
    )
    approve_count(today.by("dewi"), count_no=first, note="Dihitung sebelum buka")
    going, items = _opened(today, "beras")
    count_item(
        today.by("agus"),
        count_no=going,
        item_no=items[0],
        quantity_milli=_one_less(today, items[0]),
        add=False,
        look=1,
    )
    open_pages = ("inventory.count", "inventory.count_sheet", "inventory.count_review")
    return {page: {"no": going} for page in open_pages} | {
        "inventory.count_result": {"no": first},
        "inventory.tally_form": {"no": going, "item_no": items[-1]},
    }


def _opened(today: Any, words: str) -> tuple[int, list[int]]:
    opened = {"scope": "search", "words": words, "threshold": 100_000}
    no = int(open_count(today.by("agus"), **opened).answer["count"])
    mine = (CountedItem.gerai_id == today.gerai_id, CountedItem.count_no == no)
    return no, list(db.session.scalars(select(CountedItem.item_no).where(*mine)))


def _one_less(today: Any, item_no: int) -> int:
    """Thousandths: a kg or a piece less than the books hold."""
    return max(db.session.get_one(Stock, (today.gerai_id, item_no)).quantity_milli - 1_000, 0)
