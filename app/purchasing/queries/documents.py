"""Bills, payments, returns and settlements, with who wrote them down."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from app.books.models import Act
from app.catalog.models import Item
from app.foundation.database import db
from app.inventory.models import Stock
from app.inventory.queries import recorded
from app.purchasing.models import (
    Bill,
    Consignment,
    ConsignmentMovement,
    GoodsReturn,
    GoodsReturnLine,
    ReceivingTerms,
    Settlement,
    SettlementLine,
    Supplier,
    SupplierPayment,
)


def _one(model: Any, gerai_id: int, no: int) -> Any:
    """(document, who recorded it, when), or None."""
    query = recorded(model, Act.at).where(model.gerai_id == gerai_id, model.no == no)
    return db.session.execute(query).one_or_none()


def payment(gerai_id: int, no: int) -> Any:
    return _one(SupplierPayment, gerai_id, no)


def goods_return(gerai_id: int, no: int) -> Any:
    return _one(GoodsReturn, gerai_id, no)


def settlement(gerai_id: int, no: int) -> Any:
    return _one(Settlement, gerai_id, no)


def bill_of(gerai_id: int, receiving_no: int) -> Bill | None:
    query = select(Bill).where(Bill.gerai_id == gerai_id, Bill.receiving_no == receiving_no)
    return db.session.scalar(query)


def bill(gerai_id: int, no: int) -> Bill | None:
    return db.session.get(Bill, (gerai_id, no))


def terms_of(gerai_id: int, receiving_no: int) -> ReceivingTerms | None:
    return db.session.get(ReceivingTerms, (gerai_id, receiving_no))


def returns_of(gerai_id: int, receiving_no: int) -> Sequence[GoodsReturn]:
    query = select(GoodsReturn).where(
        GoodsReturn.gerai_id == gerai_id, GoodsReturn.receiving_no == receiving_no
    )
    return db.session.scalars(query.order_by(GoodsReturn.no)).all()


def returned_by_line(gerai_id: int, receiving_no: int) -> dict[int, int]:
    """Line of the nota -> thousandths that went back."""
    query = select(GoodsReturnLine.line, func.sum(GoodsReturnLine.quantity_milli)).where(
        GoodsReturnLine.gerai_id == gerai_id, GoodsReturnLine.receiving_no == receiving_no
    )
    return {line: int(milli) for line, milli in db.session.execute(query.group_by(GoodsReturnLine.line))}


def return_lines(gerai_id: int, no: int) -> Sequence[Any]:
    """(GoodsReturnLine, the item's name and unit)."""
    item = (Item.gerai_id == GoodsReturnLine.gerai_id) & (Item.no == GoodsReturnLine.item_no)
    query = select(GoodsReturnLine, Item.name, Item.unit).join(Item, item)
    mine = (GoodsReturnLine.gerai_id == gerai_id, GoodsReturnLine.return_no == no)
    return db.session.execute(query.where(*mine).order_by(GoodsReturnLine.line)).all()


def settlement_lines(gerai_id: int, no: int) -> Sequence[Any]:
    """(SettlementLine, the item's name and unit) by name."""
    item = (Item.gerai_id == SettlementLine.gerai_id) & (Item.no == SettlementLine.item_no)
    query = select(SettlementLine, Item.name, Item.unit).join(Item, item)
    mine = (SettlementLine.gerai_id == gerai_id, SettlementLine.settlement_no == no)
    return db.session.execute(query.where(*mine).order_by(Item.name)).all()


def last_documents(gerai_id: int, supplier_no: int) -> tuple[Sequence[SupplierPayment], Sequence[Settlement]]:
    """The newest ten payments and settlements of a supplier."""
    return _newest(SupplierPayment, gerai_id, supplier_no), _newest(Settlement, gerai_id, supplier_no)


def _newest(model: Any, gerai_id: int, supplier_no: int) -> Sequence[Any]:
    query = select(model).where(model.gerai_id == gerai_id, model.supplier_no == supplier_no)
    return db.session.scalars(query.order_by(model.no.desc()).limit(10)).all()


def consigned_goods(gerai_id: int, supplier_no: int) -> Sequence[Any]:
    """(item_no, name, unit, decimals, owed a unit, on hand, should lie there) of an owner's goods. One select."""
    should = (
        select(func.coalesce(func.sum(ConsignmentMovement.quantity_milli), 0))
        .where(
            ConsignmentMovement.gerai_id == Consignment.gerai_id,
            ConsignmentMovement.item_no == Consignment.item_no,
        )
        .scalar_subquery()
    )
    item = (Item.gerai_id == Consignment.gerai_id) & (Item.no == Consignment.item_no)
    stock = (Stock.gerai_id == Consignment.gerai_id) & (Stock.item_no == Consignment.item_no)
    query = (
        select(
            Item.no, Item.name, Item.unit, Item.decimals, Consignment.owed,
            func.coalesce(Stock.quantity_milli, 0).label("there"), should.label("should"),
        )
        .select_from(Consignment)
        .join(Item, item)
        .outerjoin(Stock, stock)
    )  # fmt: skip
    mine = (Consignment.gerai_id == gerai_id, Consignment.supplier_no == supplier_no)
    return db.session.execute(query.where(*mine).order_by(Item.name)).all()


def sold_since_settlement(gerai_id: int, supplier_no: int) -> dict[int, tuple[int, int]]:
    """Item -> (thousandths sold, the owner's share) since he was last settled with."""
    last = (
        select(func.coalesce(func.max(Settlement.act_no), 0))
        .where(Settlement.gerai_id == gerai_id, Settlement.supplier_no == supplier_no)
        .scalar_subquery()
    )
    m = ConsignmentMovement
    query = select(m.item_no, func.sum(m.quantity_milli), func.sum(m.share)).where(
        m.gerai_id == gerai_id, m.supplier_no == supplier_no, m.kind == "sold", m.act_no > last
    )
    rows = db.session.execute(query.group_by(m.item_no))
    return {item_no: (-int(milli), int(share)) for item_no, milli, share in rows}


def owners(gerai_id: int) -> Sequence[Any]:
    """(number, name, how many items) of whose goods are here on consignment."""
    same = (Supplier.gerai_id == Consignment.gerai_id) & (Supplier.no == Consignment.supplier_no)
    query = select(Supplier.no, Supplier.name, func.count().label("items")).join(Consignment, same)
    query = query.where(Consignment.gerai_id == gerai_id).group_by(Supplier.no, Supplier.name)
    return db.session.execute(query.order_by(Supplier.name)).all()
